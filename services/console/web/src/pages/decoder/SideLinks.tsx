import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { sideGroups } from './sides.ts'
import { useSides } from './use-sides.ts'

const MOST = 8

/** What one most likely came to compare, at once. */
export function SideLinks() {
  const groups = sideGroups(useSides().found, 'current').filter(({ label }) => label !== 'Now')
  if (groups.length === 0) return <p>There is nothing yet: no open proposal, no edition, no release after the first.</p>
  return groups.map(({ label, options }) => (
    <section key={label}>
      <h2>{label}</h2>
      <ul>
        {options.slice(0, MOST).map(({ value, text }) => (
          <li key={value}>
            <Link to={paths.decoder({ to: value })}>{text}</Link>
          </li>
        ))}
        {options.length > MOST && <li className="soft">and {options.length - MOST} more, in the list above</li>}
      </ul>
    </section>
  ))
}
