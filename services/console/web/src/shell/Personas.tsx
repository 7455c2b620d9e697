import { useState } from 'react'
import { useSession } from '../data/use-session.ts'
import { Problem } from '../parts/Problem.tsx'
import { Loading } from '../parts/Shown.tsx'
import { Tag } from '../parts/Tags.tsx'

/** The people one can be in development. With a real identity provider this is one button. */
export function Personas({ onSignedIn }: { onSignedIn: () => void }) {
  const { session, signIn, error: unread, again } = useSession()
  const [error, setError] = useState<Error>()
  if (!session && unread) return <Problem error={unread} title="Could not read who you may be" again={again} />
  if (!session) return <Loading what="who you may be" />
  if (session.signIn.kind === 'none')
    return <p>Here one can only read: whoever runs this console has not said who may sign in (CTE_SIGN_IN).</p>
  const choose = async (key: string) => {
    try {
      await signIn(key)
      onSignedIn()
    } catch (failed) {
      setError(failed as Error)
    }
  }
  return (
    <>
      {error && <Problem error={error} title="Could not sign in" />}
      <ul className="plain-list stack">
        {session.signIn.personas.map(({ key, name, agency, role, does }) => (
          <li className="card row" key={key}>
            <button type="button" className="usa-button" onClick={() => void choose(key)}>
              {name}
            </button>
            <Tag>
              {agency} {role}
            </Tag>
            <span>{does}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
