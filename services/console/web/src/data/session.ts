import { answerOf, unreachable } from '@cte-align/client'

export type Agency = 'CDE' | 'CTC' | 'CALPADS'
export type Role = 'viewer' | 'commenter' | 'editor' | 'approver' | 'publisher' | 'administrator'

/** Who is signed in, and how one signs in here. The gateway's own answer (services/console/src/sign-in). */
export interface Session {
  actor: { id: string; name: string; agency: Agency; role: Role } | null
  expires: string | null
  /** `none`: this console is for reading alone, nobody has said how one signs in. */
  signIn: { kind: 'personas'; personas: Persona[] } | { kind: 'none' }
}

export interface Persona {
  key: string
  name: string
  agency: Agency
  role: Role
  does: string
}

/** The gateway's own answers, in the form in which the services' come. */
export async function callConsole<T>(path: string, method = 'GET', body?: object, signal?: AbortSignal) {
  const response = await fetch(`/api/console${path}`, {
    method,
    ...(signal && { signal }),
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch(reason => Promise.reject(signal?.aborted ? reason : unreachable(reason)))
  const told = response.status === 204 ? undefined : await response.json()
  return response.ok ? { response, data: told as T } : { response, error: told as unknown }
}

export const readSession = async (): Promise<Session> => (await answerOf(callConsole<Session>('/session'))).data
export const signInAs = async (persona: string): Promise<Session> =>
  (await answerOf(callConsole<Session>('/session', 'POST', { persona }))).data
export const signOut = async (): Promise<void> => {
  await answerOf(callConsole<undefined>('/session', 'DELETE'))
}

const ALL = [
  'viewer',
  'commenter',
  'editor',
  'approver',
  'publisher',
  'administrator',
] as const satisfies readonly Role[]

/** What people do here. The services judge again; this only spares people buttons that they may not press. */
export const ACTS = {
  'edit proposals': { agencies: ['CDE'], roles: ['editor', 'approver', 'publisher', 'administrator'] },
  'publish proposals': { agencies: ['CDE'], roles: ['publisher', 'administrator'] },
  'sign proposals': { agencies: ['CDE', 'CTC', 'CALPADS'], roles: ['approver', 'publisher', 'administrator'] },
  comment: {
    agencies: ['CDE', 'CTC', 'CALPADS'],
    roles: ['commenter', 'editor', 'approver', 'publisher', 'administrator'],
  },
  'draft crosswalk': { agencies: ['CDE'], roles: ['editor', 'approver', 'publisher', 'administrator'] },
  'decide crosswalk': { agencies: ['CDE'], roles: ['approver', 'publisher', 'administrator'] },
  'review crosswalk': {
    agencies: ['CDE', 'CTC', 'CALPADS'],
    roles: ['editor', 'approver', 'publisher', 'administrator'],
  },
  'review CTC flags': { agencies: ['CTC'], roles: ['editor', 'approver', 'administrator'] },
  'review CALPADS flags': { agencies: ['CALPADS', 'CDE'], roles: ['editor', 'approver', 'administrator'] },
  'keep CTC views': { agencies: ['CTC'], roles: ALL },
  'keep CALPADS views': { agencies: ['CALPADS', 'CDE'], roles: ALL },
  'draft rule editions': { agencies: ['CTC'], roles: ['editor', 'approver', 'publisher', 'administrator'] },
  'publish rule editions': { agencies: ['CTC'], roles: ['approver', 'publisher', 'administrator'] },
  'plan course codes': { agencies: ['CALPADS', 'CDE'], roles: ['editor', 'approver', 'publisher', 'administrator'] },
  'publish course codes': { agencies: ['CALPADS', 'CDE'], roles: ['approver', 'publisher'] },
} as const satisfies Record<string, { agencies: readonly Agency[]; roles: readonly Role[] }>
export type Act = keyof typeof ACTS

export function may(session: Session | undefined, act: Act): boolean {
  const actor = session?.actor
  if (!actor) return false
  const { agencies, roles }: { agencies: readonly Agency[]; roles: readonly Role[] } = ACTS[act]
  return agencies.includes(actor.agency) && roles.includes(actor.role)
}
