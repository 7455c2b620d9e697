import { courseCodes, standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { useFilters } from '../../../data/use-filters.ts'
import { SelectField, TextField } from '../../../parts/Field.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { useLate } from '../../../parts/use-late.ts'
import { paths } from '../../../paths.ts'
import { CodesPage } from '../CodesPage.tsx'
import { isSchoolYear, thisSchoolYear, yearAfter } from '../school-years.ts'
import { YearField } from '../YearField.tsx'
import { FindingTable } from './FindingTable.tsx'
import { PairTable } from './PairTable.tsx'
import { type CodeMove, splitsOf, type WhatIfBody, whatIfBody } from './what-if.ts'

const DEFAULTS = { proposal: '', schoolYear: thisSchoolYear() }
const NO_MOVE: CodeMove = { from: '', to: '' }

/** What a proposal's splits, and code changes thought of beside them, would do to sequences. Nothing is written. */
export function WhatIfPage() {
  const { filters, set } = useFilters(DEFAULTS)
  const from = isSchoolYear(filters.schoolYear) ? filters.schoolYear : DEFAULTS.schoolYear
  const move = useDraft<CodeMove>('sequences-what-if', NO_MOVE)
  const proposals = useAnswer(['standards', 'proposals', 'what-if'], signal =>
    standards.GET('/proposals', { params: { query: { limit: 200 } }, signal }),
  )
  const chosen = proposals.data?.items.find(({ id }) => id === filters.proposal)
  const operations = useAnswer(
    ['standards', 'proposal', filters.proposal, 'operations'],
    signal => standards.GET('/proposals/{id}/operations', { params: { path: { id: filters.proposal } }, signal }),
    { enabled: filters.proposal !== '' },
  )
  const splits = chosen && operations.data ? splitsOf(chosen.framework, operations.data.operations) : []
  const late = useLate(move.value)
  const body = whatIfBody(from, splits, [late])
  const open = proposals.data?.items.filter(({ state }) => state !== 'published' && state !== 'withdrawn') ?? []
  return (
    <CodesPage
      title="What if …"
      lead="What splits of a proposal, or a change of codes, would do to sequences. Nothing is written."
      crumbs={[{ text: 'Sequences', to: paths.sequences() }]}
    >
      <div className="filters codes-filters">
        <YearField label="First year" value={from} onChange={schoolYear => set({ schoolYear })} />
        <SelectField
          label="Proposal"
          value={filters.proposal}
          onChange={proposal => set({ proposal })}
          options={[['', 'None'], ...open.map(({ id, title, state }) => [id, `${title} (${state})`] as const)]}
        />
        <TextField
          label="Codes that end"
          value={move.value.from}
          onChange={from => move.set(old => ({ ...old, from }))}
        />
        <TextField label="Codes that follow" value={move.value.to} onChange={to => move.set(old => ({ ...old, to }))} />
      </div>
      {filters.proposal !== '' && (
        <Shown of={operations} what="the proposal" lines={1}>
          {({ operations: all }) => (
            <p className="small" role="status">
              {splits.length === 0
                ? `Of its ${all.length} operations none splits a pathway.`
                : `It splits ${splits.map(({ pathway, successors }) => `${pathway} into ${successors.map(({ key, title }) => `${title} (${key})`).join(' and ')}`).join('; ')}.`}
            </p>
          )}
        </Shown>
      )}
      {body === null ? (
        <p className="empty">Choose a proposal that splits a pathway, or name codes that end.</p>
      ) : (
        <Outcome body={body} />
      )}
    </CodesPage>
  )
}

function Outcome({ body }: { body: WhatIfBody }) {
  const answer = useAnswer(
    ['course-codes', 'what-if', body],
    signal => courseCodes.POST('/sequences/what-if', { body, signal }),
    { keep: true },
  )
  return (
    <Shown of={answer} what="what it would do" lines={8}>
      {({ from, to, counts, findings, pairs, note }) => (
        <div className="stack">
          <p role="status">
            From {from} to {to ?? yearAfter(from)}: {findings.filter(({ already }) => !already).length} findings that
            are not so already; {counts.pairs.holds} pairs hold, <strong>{counts.pairs.breaks} break</strong>,{' '}
            {counts.pairs.unknown} nobody knows.
          </p>
          {findings.length > 0 && (
            <FindingTable
              caption="What is found, what it brings first"
              findings={findings.toSorted((a, b) => Number(a.already) - Number(b.already))}
            />
          )}
          {pairs.length > 0 && <PairTable caption="Pairs of concentrator and capstone" pairs={pairs} />}
          <p className="small soft">{note}.</p>
        </div>
      )}
    </Shown>
  )
}
