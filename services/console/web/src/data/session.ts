import type { Agency, Role } from '@cte-align/client'
import { answerOf } from '@cte-align/client'

/** Who is signed in, and how one signs in here. The gateway's own answer (services/console/src/sign-in). */
export interface Session {
  actor: { id: string; name: string; agency: Agency; role: Role } | null
  expires: string | null
  signIn: { kind: 'personas'; personas: Persona[] }
}

export interface Persona {
  key: string
  name: string
  agency: Agency | null
  role: Role
  does: string
}

const call = async (method: 'GET' | 'POST' | 'DELETE', body?: object) => {
  const response = await fetch('/api/console/session', {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return { response, data: response.status === 204 ? undefined : ((await response.json()) as Session) }
}

export const readSession = async (): Promise<Session> => (await answerOf(call('GET'))).data as Session
export const signInAs = async (persona: string): Promise<Session> =>
  (await answerOf(call('POST', { persona }))).data as Session
export const signOut = async (): Promise<void> => {
  await answerOf(call('DELETE'))
}

/** What people do here. The services judge again; this only spares people buttons that they may not press. */
export const ACTS = {
  'edit proposals': { agencies: ['CDE'], roles: ['editor', 'approver', 'publisher', 'administrator'] },
  'publish proposals': { agencies: ['CDE'], roles: ['publisher', 'administrator'] },
  'sign proposals': { agencies: ['CDE', 'CTC', 'CALPADS'], roles: ['approver', 'publisher', 'administrator'] },
  comment: { agencies: ['CDE', 'CTC', 'CALPADS'], roles: ['commenter', 'editor', 'approver', 'publisher', 'administrator'] },
  'decide crosswalk': { agencies: ['CDE'], roles: ['approver', 'publisher', 'administrator'] },
  'review crosswalk': { agencies: ['CDE', 'CTC', 'CALPADS'], roles: ['editor', 'approver', 'publisher', 'administrator'] },
  'review CTC flags': { agencies: ['CTC'], roles: ['editor', 'approver', 'publisher', 'administrator'] },
  'review CALPADS flags': { agencies: ['CALPADS', 'CDE'], roles: ['editor', 'approver', 'publisher', 'administrator'] },
  'plan course codes': { agencies: ['CALPADS', 'CDE'], roles: ['editor', 'approver', 'publisher', 'administrator'] },
} as const satisfies Record<string, { agencies: readonly Agency[]; roles: readonly Role[] }>
export type Act = keyof typeof ACTS

export function may(session: Session | undefined, act: Act): boolean {
  const actor = session?.actor
  if (!actor) return false
  const { agencies, roles }: { agencies: readonly Agency[]; roles: readonly Role[] } = ACTS[act]
  return agencies.includes(actor.agency) && roles.includes(actor.role)
}
