import { SEVERITY_ORDER, SeverityTag } from '../../../parts/Tags.tsx'
import { many } from '../words.ts'
import type { Preview } from './use-preview.ts'

const KINDS = {
  authorization: ['authorization', 'authorizations'],
  'course-code': ['course code', 'course codes'],
  'legal-reference': ['legal reference', 'legal references'],
} as const
const AGENCIES = [
  ['ctc', 'CTC'],
  ['calpads', 'CALPADS'],
] as const

/** The numbers that matter, by agency and severity; said aloud as one sentence when they change. */
export function PreviewCounts({ preview: { agencies, changeCount } }: { preview: Preview }) {
  const spoken = AGENCIES.map(([key, name]) => `${name} ${agencies[key].count}`).join(', ')
  return (
    <>
      <p className="hidden-visually" role="status">
        {many(changeCount, 'change')}. Flags: {spoken}.
      </p>
      <table className="data-table counts">
        <caption className="hidden-visually">Flags by agency and severity</caption>
        <thead>
          <tr>
            <th scope="col">Severity</th>
            {AGENCIES.map(([key, name]) => (
              <th scope="col" className="number" key={key}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SEVERITY_ORDER.map(severity => (
            <tr key={severity}>
              <th scope="row">
                <SeverityTag severity={severity} />
              </th>
              {AGENCIES.map(([key]) => (
                <td className="number" key={key}>
                  {agencies[key].bySeverity[severity]}
                </td>
              ))}
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">In all</th>
            {AGENCIES.map(([key]) => (
              <td className="number" key={key}>
                <strong>{agencies[key].count}</strong>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="small">
        {AGENCIES.flatMap(([key]) => Object.entries(agencies[key].byKind))
          .map(([kind, count]) => (isKind(kind) ? many(count, KINDS[kind][0], KINDS[kind][1]) : `${count} ${kind}`))
          .join(', ') || 'Nobody is hit.'}
      </p>
    </>
  )
}

const isKind = (word: string): word is keyof typeof KINDS => word in KINDS
