import { type Comparison, countOf, inOneSentence, type Outcome, type What } from './differences.ts'

interface CompareSummaryProps {
  comparison: Comparison
  onChoose: (filters: { what: string; outcome: string; sector: string }) => void
}

const COUNTED: { what: What; outcome: Outcome; text: string }[] = [
  { what: 'pair', outcome: 'refused', text: 'lose a course code' },
  { what: 'pair', outcome: 'permitted', text: 'gain one' },
  { what: 'pair', outcome: 'unknown', text: 'nobody can say' },
  { what: 'course-code', outcome: 'without-pair', text: 'course codes with nobody left' },
]

/** All differences, whatever the filters show of them; each number narrows to its rows. */
export function CompareSummary({ comparison, onChoose }: CompareSummaryProps) {
  const { from, to, counts, bySector } = comparison.summary
  return (
    <section aria-label="In numbers">
      <p role="status">
        From <strong>{from.title}</strong> to <strong>{to.title}</strong>: {inOneSentence(comparison)}
      </p>
      <ul className="plain-list row counts">
        {COUNTED.map(({ what, outcome, text }) => (
          <li key={text}>
            <button type="button" className="count-button" onClick={() => onChoose({ what, outcome, sector: '' })}>
              <strong>{countOf(counts, what, outcome)}</strong> {text}
            </button>
          </li>
        ))}
      </ul>
      {bySector.length > 0 && (
        <details>
          <summary>By sector</summary>
          <ul className="plain-list sector-counts">
            {bySector.map(({ sector, counts: own }) => (
              <li key={sector?.key ?? 'none'}>
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  onClick={() => onChoose({ what: 'pair', outcome: '', sector: sector?.key ?? 'none' })}
                >
                  {sector?.title ?? 'In no one sector'}
                </button>{' '}
                {countOf(own, 'pair', 'refused')} lost, {countOf(own, 'pair', 'permitted')} gained,{' '}
                {countOf(own, 'pair', 'unknown')} unknown
              </li>
            ))}
          </ul>
        </details>
      )}
      {(from.unread.rows > 0 || to.unread.rows > 0) && (
        <p className="small soft">
          Blank rows, which do not say who is authorized: {from.unread.rows} on the left, {to.unread.rows} on the right.
          What hangs on them is unknown, never lost.
        </p>
      )}
    </section>
  )
}
