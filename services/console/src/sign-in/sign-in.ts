import type { Actor, Agency, Role } from '@cte-align/contracts'
import { problem } from '../errors.ts'

/** Somebody who is signed in: whom the services see, and what to call them. */
export interface Person {
  actor: Actor
  name: string
}

/** What the page shows to those who want to sign in. */
export type SignInOffer =
  | { kind: 'personas'; personas: { key: string; name: string; agency: Agency; role: Role; does: string }[] }
  | { kind: 'none' }

/**
 * How people say who they are. The session's cookie carries only the `subject` that `begin` gave; who that is, is asked anew at each request.
 *
 * OpenID Connect takes this place as follows. `offer` is another kind, `{ kind: 'redirect', href: '/api/console/sign-in' }`. Two routes of its own
 * come with it: that address sends the browser to the provider (state, nonce and PKCE verifier in a signed cookie of ten minutes), and
 * `/api/console/sign-in/callback` hands the query it is called with to `begin`, which fetches and checks the tokens. `begin` returns a subject under which
 * the claims are kept (agency and role from the provider's groups); `whoIs` finds them, or nobody once they are revoked. `Sessions` stays as it is.
 */
export interface SignIn {
  readonly offer: SignInOffer
  /** The subject that is to be signed in. Throws a CTE_ error where what is given proves nobody. */
  begin(given: { persona: string }): Promise<string>
  /** Who the subject is at this moment; null is nobody any more. */
  whoIs(subject: string): Person | null
}

/** Everybody reads and nobody signs in. */
export const noSignIn: SignIn = {
  offer: { kind: 'none' },
  async begin() {
    throw problem('CTE_NO_SIGN_IN')
  },
  whoIs: () => null,
}
