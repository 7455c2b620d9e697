import { Actor, Agency, Role } from '@cte-align/contracts'
import { responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { requireSameOrigin } from './same-origin.ts'
import type { Sessions, Standing } from './sessions.ts'
import type { SignIn } from './sign-in.ts'

const tags = ['session']
const Persona = z.object({ key: z.string(), name: z.string(), agency: Agency, role: Role, does: z.string() })
const SessionView = z.object({
  actor: Actor.extend({ name: z.string() }).nullable(),
  expires: z.iso.datetime().nullable(),
  signIn: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('personas'), personas: z.array(Persona) }),
    z.object({ kind: z.literal('none') }),
  ]),
})

/** Who am I, let me be somebody, let me go. */
export function sessionRoutes(
  app: Service,
  { signIn, sessions, publicUrl }: { signIn: SignIn; sessions: Sessions; publicUrl: string | undefined },
): void {
  const view = (standing: Pick<Standing & { is: 'open' }, 'person' | 'until'> | null): z.infer<typeof SessionView> => ({
    actor: standing && { ...standing.person.actor, name: standing.person.name },
    expires: standing?.until.toISOString() ?? null,
    signIn: signIn.offer,
  })

  app.get(
    '/api/console/session',
    {
      schema: {
        ...{ tags, operationId: 'readSession', summary: 'Who is signed in, until when, and how one signs in' },
        response: { 200: SessionView, ...responses() },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const standing = sessions.read(request)
      return view(standing.is === 'open' ? standing : null)
    },
  )
  app.post(
    '/api/console/session',
    {
      onRequest: async request => requireSameOrigin(request, publicUrl),
      schema: {
        ...{ tags, operationId: 'beginSession', summary: 'Sign in; in the place of whoever was before' },
        body: z.strictObject({ persona: z.string().min(1).max(64) }),
        response: { 200: SessionView, ...responses(403, 413, 415, 422, 429) },
      },
      config: { rateLimit: { max: 300 } },
    },
    async (request, reply) => {
      const subject = await signIn.begin(request.body)
      const person = signIn.whoIs(subject)
      const until = sessions.begin(reply, subject)
      reply.header('cache-control', 'no-store')
      return view(person && { person, until })
    },
  )
  app.delete(
    '/api/console/session',
    {
      onRequest: async request => requireSameOrigin(request, publicUrl),
      schema: {
        ...{ tags, operationId: 'endSession', summary: 'Sign out; also where nobody was signed in' },
        response: { 204: z.null(), ...responses(403) },
      },
    },
    async (_request, reply) => {
      sessions.end(reply)
      return reply.code(204).send(null)
    },
  )
}
