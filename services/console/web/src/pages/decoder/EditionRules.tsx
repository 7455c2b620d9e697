import { credentials } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { useFilters } from '../../data/use-filters.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { TextField } from '../../parts/Field.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { Code, Tag } from '../../parts/Tags.tsx'
import { useLate } from '../../parts/use-late.ts'

const FILTERS = { courseCode: '' }

/** The rows of an edition; of a draft, the table that it leads to. */
export function EditionRules({ id }: { id: string }) {
  const { filters, set } = useFilters(FILTERS)
  const courseCode = useLate(filters.courseCode.trim())
  const rules = usePages(
    ['credentials', 'rule-editions', id, 'rules', courseCode],
    (cursor, signal) =>
      credentials.GET('/rule-editions/{id}/rules', {
        params: { path: { id }, query: { limit: 100, ...(courseCode && { courseCode }), ...(cursor && { cursor }) } },
        signal,
      }),
    { keep: true },
  )
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">Rows</h2>
      <div className="filters">
        <TextField label="Course code" value={filters.courseCode} onChange={next => set({ courseCode: next })} />
      </div>
      <Shown of={rules} what="the rows" lines={8} empty="No row for this course code.">
        {rows => (
          <div className="stack">
            <DataTable
              caption="Rows of the table"
              rows={rows}
              rowKey={({ row, courseCode: code, subjectCode, documentCode }) =>
                `${row} ${code} ${documentCode} ${subjectCode}`
              }
              columns={[
                { key: 'row', head: 'Row', number: true, cell: each => each.row },
                { key: 'code', head: 'Course code', rowHead: true, cell: each => each.courseCode },
                {
                  key: 'who',
                  head: 'Admits',
                  cell: each => (
                    <>
                      <Code>
                        {[each.documentCode, each.authorizationCode, each.subjectCode]
                          .map(code => code ?? '_')
                          .join('/')}
                      </Code>{' '}
                      {each.authorizationTitle}
                    </>
                  ),
                },
                { key: 'type', head: 'Type', cell: each => each.authType ?? 'not said' },
                { key: 'condition', head: 'Notes or restrictions', cell: each => each.condition ?? '–' },
                {
                  key: 'gaps',
                  head: 'Not said',
                  cell: each =>
                    each.gaps.length === 0
                      ? '–'
                      : each.gaps.map(gap => (
                          <Tag key={gap} kind="unsure">
                            {gap.replaceAll('-', ' ')}
                          </Tag>
                        )),
                },
              ]}
            />
            <More {...rules} shown={rows.length} what="rows" />
          </div>
        )}
      </Shown>
    </section>
  )
}
