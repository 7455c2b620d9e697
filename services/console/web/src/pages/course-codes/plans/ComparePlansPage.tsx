import type { Answer } from '@cte-align/client'
import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useFilters } from '../../../data/use-filters.ts'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { SelectField } from '../../../parts/Field.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { paths } from '../../../paths.ts'
import { CodeLink, CodeList } from '../CodeLink.tsx'
import { CodesPage } from '../CodesPage.tsx'
import { kindWords } from './kinds.ts'

type Compared = Answer<'course-codes', '/code-plans/compare', 'get'>
type Outcome = Compared['onlyA'][number]['a']
interface Row {
  code: string
  difference: string
  a: Outcome | null
  b: Outcome | null
}
const DEFAULTS = { a: '', b: '' }

const said = (outcome: Outcome | null) =>
  outcome === null ? (
    <span className="soft">does not decide on it</span>
  ) : (
    <>
      {kindWords(outcome.kind)}
      {outcome.title && <>: {outcome.title}</>}
      {outcome.level && <>, {outcome.level}</>} {outcome.to.length > 0 && <CodeList codes={outcome.to} />}
      {outcome.made && ` ${outcome.made.title}, ${outcome.made.level}`}
    </>
  )

/** Two plans side by side, code by code. */
export function ComparePlansPage() {
  const { filters, set } = useFilters(DEFAULTS)
  const { a, b } = filters
  const plans = useAnswer(['course-codes', 'plans', 'to-compare'], signal =>
    courseCodes.GET('/code-plans', { params: { query: { limit: 200 } }, signal }),
  )
  const answer = useAnswer(
    ['course-codes', 'plans', 'compare', a, b],
    signal => courseCodes.GET('/code-plans/compare', { params: { query: { a, b } }, signal }),
    { enabled: a !== '' && b !== '' },
  )
  const options = [
    ['', 'Choose …'] as const,
    ...(plans.data?.items ?? []).map(
      ({ id, title, state, schoolYear }) => [id, `${title} (${schoolYear}, ${state})`] as const,
    ),
  ]
  const columns: Column<Row>[] = [
    { key: 'code', head: 'Code', rowHead: true, cell: ({ code }) => <CodeLink code={code} /> },
    { key: 'difference', head: 'Differs', cell: row => row.difference },
    { key: 'a', head: 'First plan', cell: row => said(row.a) },
    { key: 'b', head: 'Second plan', cell: row => said(row.b) },
  ]
  return (
    <CodesPage
      title="Compare two plans"
      lead="The codes that both decide otherwise, and those of one alone."
      crumbs={[{ text: 'Plans', to: paths.codePlans() }]}
    >
      <div className="filters codes-filters">
        <SelectField label="First plan" value={a} onChange={value => set({ a: value })} options={options} />
        <SelectField label="Second plan" value={b} onChange={value => set({ b: value })} options={options} />
      </div>
      {a === '' || b === '' ? (
        <p className="empty">Choose two plans.</p>
      ) : (
        <Shown of={answer} what="the comparison" lines={8}>
          {({ counts, differing, onlyA, onlyB, same, schoolYears }) => (
            <div className="stack">
              <p role="status">
                {counts.differing} codes decided otherwise, {counts.onlyA} by the first alone, {counts.onlyB} by the
                second alone, {counts.same} alike. The first holds from {schoolYears.a}, the second from {schoolYears.b}
                .
              </p>
              {counts.differing + counts.onlyA + counts.onlyB === 0 ? (
                <p className="empty">They decide the same{same.length > 0 && `: ${same.join(', ')}`}.</p>
              ) : (
                <DataTable
                  caption="What differs"
                  columns={columns}
                  rowKey={({ code }) => code}
                  rows={[
                    ...differing.map(each => ({ ...each, difference: 'decided otherwise' })),
                    ...onlyA.map(each => ({ ...each, b: null, difference: 'first alone' })),
                    ...onlyB.map(each => ({ ...each, a: null, difference: 'second alone' })),
                  ]}
                />
              )}
            </div>
          )}
        </Shown>
      )}
    </CodesPage>
  )
}
