import { useEffect } from 'react'
import { Link, useNavigate } from 'react-router'
import { courseCodes } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { useFilters } from '../../data/use-filters.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { useLate } from '../../parts/use-late.ts'
import { paths } from '../../paths.ts'
import { CodeSetFilters } from './CodeSetFilters.tsx'
import { CodesPage } from './CodesPage.tsx'
import { codeSetColumns } from './code-set-columns.tsx'
import { askedOf, CODE_SET_FILTERS } from './code-set-filters.ts'

/** So many are fetched without being asked for; beyond, the reader says so. */
const AT_ONCE = 1000

/** The code set of a school year, searched and narrowed. */
export function CodeSetPage() {
  const navigate = useNavigate()
  const { filters, set, active, clear } = useFilters(CODE_SET_FILTERS)
  const asked = askedOf(useLate(filters))
  const { schoolYear, ...query } = asked
  const codes = usePages(
    ['course-codes', 'code-set', asked],
    (cursor, signal) =>
      courseCodes.GET('/code-sets/{schoolYear}', {
        params: { path: { schoolYear }, query: { ...query, limit: 200, ...(cursor && { cursor }) } },
        signal,
      }),
    { keep: true },
  )
  const here = codes.data?.length ?? 0
  const { more, loadingMore, loadMore } = codes
  useEffect(() => {
    if (more && !loadingMore && here < AT_ONCE) loadMore()
  }, [more, loadingMore, here, loadMore])

  return (
    <CodesPage
      title="Course codes"
      lead="The code set of a school year: which codes there are, where they belong, and whether each may be submitted."
      actions={
        <Link className="usa-button usa-button--outline" to={paths.queue('calpads')}>
          Flags on course codes
        </Link>
      }
    >
      <CodeSetFilters filters={filters} set={set} active={active} clear={clear} facets={codes.first?.facets} />
      <Shown
        of={codes}
        what="the code set"
        lines={14}
        empty={
          <>
            No course code is so.{' '}
            <button type="button" className="usa-button usa-button--unstyled" onClick={clear}>
              Clear the filters
            </button>
          </>
        }
      >
        {rows => (
          <div className="stack">
            <p role="status" className="small soft">
              <strong className="codes-number">{codes.first?.total}</strong> course codes in {schoolYear}
              {active > 0 && ' with these filters'}
            </p>
            <DataTable
              caption={`Course codes of ${schoolYear}`}
              quietCaption
              columns={codeSetColumns(schoolYear)}
              rows={rows}
              rowKey={row => row.code}
              onOpen={row => navigate(paths.courseCode(row.code, { schoolYear }))}
              total={codes.first?.total}
            />
            <More {...codes} shown={rows.length} total={codes.first?.total} what="course codes" />
          </div>
        )}
      </Shown>
    </CodesPage>
  )
}
