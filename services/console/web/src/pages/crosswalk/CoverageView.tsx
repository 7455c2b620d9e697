import { Link } from 'react-router'
import { standards } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { useFilters } from '../../data/use-filters.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { SelectField } from '../../parts/Field.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { Code, Tag } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { StateWords } from './RelationMark.tsx'
import { type CoverageAnswer, crosswalkKey, type EndName, useCoverage, useCoveredItems } from './use-crosswalk.ts'
import type { Coverage } from './words.ts'

const FILTERS = { end: 'from', answer: '' }
const ANSWERS: Record<CoverageAnswer, string> = {
  unmapped: 'nobody has said anything',
  none: 'no counterpart, somebody says',
  mapped: 'has a counterpart',
}
const ANSWER_NAMES = Object.keys(ANSWERS) as CoverageAnswer[]

/** What a crosswalk covers: what has a counterpart, what has none, of what nobody has said anything, and what is out of date. */
export function CoverageView({ crosswalk }: { crosswalk: string }) {
  const coverage = useCoverage(crosswalk)
  return (
    <>
      <Shown of={coverage} what="the coverage" lines={6}>
        {read => <Numbers coverage={read} crosswalk={crosswalk} />}
      </Shown>
      <CoveredItems crosswalk={crosswalk} coverage={coverage.data} />
      <Stale crosswalk={crosswalk} />
    </>
  )
}

function Numbers({ coverage, crosswalk }: { coverage: Coverage; crosswalk: string }) {
  const { ends, relations } = coverage
  return (
    <div className="columns">
      {(['from', 'to'] as const).map(end => (
        <section className="card" key={end} aria-label={ends[end].framework}>
          <h2>{ends[end].framework}</h2>
          <p>
            {ends[end].items} items ({ends[end].kinds.join(', ') || 'no kind yet'}) in{' '}
            {ends[end].release ?? 'no release'}
          </p>
          <ul>
            {ANSWER_NAMES.map(answer => (
              <li key={answer}>
                <strong>{ends[end].answers[answer] ?? 0}</strong> {ANSWERS[answer]}
              </li>
            ))}
            {Object.entries(ends[end].cardinality).map(([cardinality, count]) => (
              <li className="small soft" key={cardinality}>
                {count} {cardinality.replaceAll('-', ' ')}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="card" aria-label="Relations">
        <h2>Relations</h2>
        <ul>
          {Object.entries(relations.byState).map(([state, count]) => (
            <li key={state}>
              <Link to={paths.crosswalk(crosswalk, 'relations', { state })}>
                <strong>{count}</strong> {state}
              </Link>
            </li>
          ))}
          <li>
            <strong>{relations.stale}</strong> of an end that has changed since somebody looked
          </li>
          <li className="small soft">
            {relations.combination} in groups, {relations.approximate} approximate
          </li>
        </ul>
      </section>
    </div>
  )
}

function CoveredItems({ crosswalk, coverage }: { crosswalk: string; coverage: Coverage | undefined }) {
  const { filters, set } = useFilters(FILTERS)
  const end: EndName = filters.end === 'to' ? 'to' : 'from'
  const answer = ANSWER_NAMES.find(each => each === filters.answer)
  const items = useCoveredItems(crosswalk, end, answer)
  const total = answer ? coverage?.ends[end].answers[answer] : coverage?.ends[end].items
  return (
    <section aria-labelledby="covered">
      <h2 id="covered">Item by item</h2>
      <div className="filters">
        <SelectField
          label="Framework"
          value={end}
          onChange={next => set({ end: next })}
          options={[
            ['from', coverage?.ends.from.framework ?? 'the first'],
            ['to', coverage?.ends.to.framework ?? 'the second'],
          ]}
        />
        <SelectField
          label="Counterpart"
          value={filters.answer}
          onChange={next => set({ answer: next })}
          options={[['', 'Any answer'], ...ANSWER_NAMES.map(each => [each, ANSWERS[each]] as const)]}
        />
      </div>
      <Shown
        of={items}
        what="the items"
        empty={answer === 'unmapped' ? 'Of every item somebody has said something.' : 'No item has this answer.'}
      >
        {rows => (
          <div className="stack">
            <DataTable
              caption="Items and their counterparts"
              rows={rows}
              total={total}
              rowKey={({ item }) => item.id}
              columns={[
                {
                  key: 'item',
                  head: 'Item',
                  rowHead: true,
                  cell: ({ item }) => (
                    <>
                      {item.title} <Code>{item.key}</Code>
                    </>
                  ),
                },
                { key: 'answer', head: 'Counterpart', cell: row => ANSWERS[row.answer] },
                { key: 'number', head: 'How many', number: true, cell: row => row.counterparts },
                { key: 'kind', head: 'Kind', cell: row => row.cardinality?.replaceAll('-', ' ') ?? '–' },
                {
                  key: 'surest',
                  head: 'Surest relation',
                  cell: row =>
                    row.surest ? (
                      <span className="row">
                        <StateWords state={row.surest} />
                      </span>
                    ) : (
                      '–'
                    ),
                },
                {
                  key: 'go',
                  head: 'Look',
                  cell: row =>
                    row.answer === 'unmapped' ? (
                      <Link to={paths.crosswalk(crosswalk, 'suggestions', { end, item: row.item.key })}>
                        Suggestions<span className="hidden-visually"> for {row.item.title}</span>
                      </Link>
                    ) : (
                      <Link to={paths.crosswalk(crosswalk, 'relations', { item: row.item.key })}>
                        Relations<span className="hidden-visually"> of {row.item.title}</span>
                      </Link>
                    ),
                },
              ]}
            />
            <More {...items} shown={rows.length} total={total} what="items" />
          </div>
        )}
      </Shown>
    </section>
  )
}

function Stale({ crosswalk }: { crosswalk: string }) {
  const stale = usePages([...crosswalkKey(crosswalk), 'stale'], (cursor, signal) =>
    standards.GET('/crosswalks/{key}/coverage/stale', {
      params: { path: { key: crosswalk }, query: { limit: 100, ...(cursor && { cursor }) } },
      signal,
    }),
  )
  return (
    <section aria-labelledby="stale">
      <h2 id="stale">Out of date</h2>
      <Shown
        of={stale}
        what="what is out of date"
        empty="Every end still says what it said when somebody looked."
        lines={2}
      >
        {rows => (
          <ul className="plain-list stack">
            {rows.map(({ relation, state, end, item, pinned, head, changes, from, to }) => (
              <li className="card" key={`${relation} ${end}`}>
                <Link to={paths.relation(crosswalk, relation)}>
                  {from.key} – {to?.key ?? 'no counterpart'}
                </Link>{' '}
                <StateWords state={state} /> {item.title} <Code>{item.key}</Code> was looked at in {pinned} and has
                changed up to {head}:{' '}
                {changes.map(change => (
                  <Tag key={change.id}>
                    {change.class} {change.aspect}
                  </Tag>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <More {...stale} shown={stale.data?.length ?? 0} what="of them" />
    </section>
  )
}
