import { Link } from 'react-router'
import { paths } from '../paths.ts'
import type { Part } from './why-in-words.ts'

/** A sentence of why, in which what has a page leads there. */
export const Why = ({ parts }: { parts: readonly Part[] }) =>
  parts.map((part, place) => {
    const to = addressOf(part)
    const text = typeof part === 'string' ? part : part.text
    return to === undefined ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's parts keep their places
      <Link key={place} to={to}>
        {text}
      </Link>
    )
  })

function addressOf(part: Part): string | undefined {
  if (typeof part === 'string') return undefined
  if ('item' in part) return paths.item(part.item.framework, part.item.id)
  if ('relation' in part) return paths.relation(part.relation.crosswalk, part.relation.id)
  if ('dependent' in part)
    return part.dependent.kind === 'course-code' ? paths.courseCode(part.dependent.key) : undefined
  return 'release' in part.told ? paths.release(part.told.release) : paths.proposal(part.told.proposal.id)
}
