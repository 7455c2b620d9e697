import { Link } from 'react-router'
import { useFilters } from '../../data/use-filters.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { SelectField } from '../../parts/Field.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { Code } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { StateWords } from './RelationMark.tsx'
import { type EndName, useCoveredItems } from './use-crosswalk.ts'
import { COVERAGE_ANSWER_NAMES as ANSWER_NAMES, COVERAGE_ANSWERS as ANSWERS, type Coverage } from './words.ts'

const FILTERS = { end: 'from', answer: '' }

/** Each item of an end with what is said of it; where nothing is, the way to the suggestions. */
export function CoveredItems({ crosswalk, coverage }: { crosswalk: string; coverage: Coverage | undefined }) {
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
