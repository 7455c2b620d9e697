import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useLiveState } from '../data/live.ts'
import { useSession } from '../data/use-session.ts'
import { paths } from '../paths.ts'
import { applyScheme, readScheme, type Scheme } from './scheme.ts'

const LIVE = {
  connecting: 'Connecting to live changes',
  live: 'Live: changes appear by themselves',
  away: 'Not live: reconnecting',
} as const

/** Who is signed in, whether the page is live, and how it looks. */
export function Who() {
  const { session, actor, signOut } = useSession()
  const live = useLiveState()
  const { pathname, search } = useLocation()
  return (
    <>
      <span className="live-dot" data-live={live} role="status" title={LIVE[live]}>
        {live === 'live' ? 'Live' : 'Not live'}
        <span className="hidden-visually">: {LIVE[live]}</span>
      </span>
      <SchemeChoice />
      <span className="who-name">
        {actor ? (
          <>
            {actor.name}{' '}
            <span className="small">
              ({actor.agency} {actor.role})
            </span>
          </>
        ) : (
          session && 'Not signed in'
        )}
      </span>
      {actor ? (
        <button type="button" className="header-button" onClick={() => void signOut()}>
          Sign out
        </button>
      ) : session ? (
        <Link className="header-button" to={paths.signIn()} state={{ back: pathname + search }}>
          Sign in
        </Link>
      ) : (
        // As wide as what comes: the header must not wrap anew when the session is known.
        <span className="header-button" aria-hidden="true">
          …
        </span>
      )}
    </>
  )
}

function SchemeChoice() {
  const [scheme, setScheme] = useState<Scheme>(readScheme)
  const next = { system: 'dark', dark: 'light', light: 'system' } as const
  return (
    <button
      type="button"
      className="header-button"
      onClick={() => {
        applyScheme(next[scheme])
        setScheme(next[scheme])
      }}
    >
      <span className="hidden-visually">Colours: </span>
      {{ system: 'System colours', dark: 'Dark', light: 'Light' }[scheme]}
    </button>
  )
}
