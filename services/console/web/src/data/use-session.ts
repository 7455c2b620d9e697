import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type Act, may, readSession, type Session, signInAs, signOut } from './session.ts'

const KEY = ['console', 'session']

/** Who is signed in. `undefined` until it is known: what needs it waits, and nothing jumps. */
export function useSession() {
  const queries = useQueryClient()
  const { data: session, error, refetch } = useQuery({ queryKey: KEY, queryFn: readSession, staleTime: 60_000 })
  const keep = (next: Session) => {
    queries.setQueryData(KEY, next)
    // What one sees may depend on who one is.
    return queries.invalidateQueries({ predicate: query => query.queryKey[0] !== 'console' })
  }
  return {
    session,
    /** Why it is not known. */
    error,
    again: () => void refetch(),
    actor: session?.actor ?? null,
    /** Whether the person may do this; the service has the last word. */
    may: (act: Act) => may(session, act),
    signIn: async (persona: string) => keep(await signInAs(persona)),
    signOut: async () => {
      await signOut()
      await keep(await readSession())
    },
    refresh: () => queries.invalidateQueries({ queryKey: KEY }),
  }
}
