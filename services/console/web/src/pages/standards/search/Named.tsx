import { Link } from 'react-router'
import { Code } from '../../../parts/Tags.tsx'
import type { Found } from '../words.ts'
import { namedBy } from './exact.ts'
import type { Others } from './use-others.ts'

/** First of all: the one thing that the code names. */
export function Named({ typed, items, others }: { typed: string; items: Found[] | undefined; others: Others }) {
  const [courseCodes, authorizations] = [others.courseCodes.data, others.authorizations.data]
  if (!items || !courseCodes || !authorizations) return null
  const named = namedBy(typed, { items, courseCodes, authorizations })
  const [only] = named
  if (only === undefined) return null
  if (named.length > 1)
    return (
      <p role="status">
        <Code>{typed.trim()}</Code> names {named.length} things, among them{' '}
        {named.slice(0, 3).map(({ code, to }, at) => (
          <span key={to}>
            {at > 0 && ', '}
            <Link to={to}>{code}</Link>
          </span>
        ))}
        .
      </p>
    )
  return (
    <p className="card named" role="status">
      <Code>{typed.trim()}</Code> is the {only.what}{' '}
      <Link to={only.to}>
        <Code>{only.code}</Code> {only.title}
      </Link>
    </p>
  )
}
