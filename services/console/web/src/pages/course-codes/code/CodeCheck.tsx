import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { CodeList } from '../CodeLink.tsx'
import { ValidTag } from '../standing.tsx'
import { YearField } from '../YearField.tsx'

interface CodeCheckProps {
  code: string
  year: string
  setYear: (year: string) => void
}

/** GERR0007 asked before CALPADS asks it: may the code be submitted for a year, and what follows where it may not. */
export function CodeCheck({ code, year, setYear }: CodeCheckProps) {
  const answer = useAnswer(
    ['course-codes', 'check', code, year],
    signal =>
      courseCodes.GET('/code-sets/check', {
        params: { query: { code, schoolYear: year, edition: 'current' } },
        signal,
      }),
    { keep: true },
  )
  return (
    <section className="card" aria-labelledby="code-check">
      <h2 id="code-check">May it be submitted?</h2>
      <YearField value={year} onChange={setYear} />
      <Shown of={answer} what="the check" lines={2}>
        {({ valid, why, successors }) => (
          <div role="status" className="stack codes-verdict">
            <p>
              <ValidTag valid={valid} /> in {year} <span className="soft small">(GERR0007)</span>
            </p>
            <p className="small">{why}.</p>
            {successors !== null && (
              <p>
                Followed by <CodeList codes={successors} none="nobody says what" />
              </p>
            )}
          </div>
        )}
      </Shown>
    </section>
  )
}
