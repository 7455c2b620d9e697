import { z } from 'zod'
import { Agency, Role } from './words.ts'

/** Who does something. Sent as the header `X-CTE-Actor: id=mlopez; agency=CDE; role=editor` until sign-in exists. */
export const Actor = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9._@-]{1,64}$/, 'must be 1 to 64 letters, digits and . _ @ -, as in mlopez')
    .meta({ description: 'A staff member or program, never a teacher or pupil.' }),
  agency: Agency,
  role: Role,
})
export type Actor = z.infer<typeof Actor>

/** The form of the header and of an event's `actor`: extensions of CloudEvents are scalar. */
export const actorText = ({ id, agency, role }: Actor): string => `id=${id}; agency=${agency}; role=${role}`

/** An actor in that form, its parts in any order; else what is wrong with it, in words. */
export function readActor(text: string): { actor: Actor } | { fault: string } {
  const parts = new Map<string, string>()
  for (const part of text.split(';')) {
    const [name = '', ...value] = part.split('=')
    if (parts.has(name.trim())) return { fault: `${name.trim()} is given twice` }
    parts.set(name.trim(), value.join('=').trim())
  }
  const parsed = Actor.safeParse(Object.fromEntries(parts))
  if (parsed.success) return { actor: parsed.data }
  const [issue] = parsed.error.issues
  return { fault: `${issue?.path.join('.')} ${issue?.message}`.trim() }
}

export const ActorText = z.string().refine(text => 'actor' in readActor(text), 'must be as in the header X-CTE-Actor')
