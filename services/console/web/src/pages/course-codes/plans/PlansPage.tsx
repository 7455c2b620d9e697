import type { Item } from '@cte-align/client'
import { Link, useNavigate } from 'react-router'
import { courseCodes } from '../../../data/api.ts'
import { usePages } from '../../../data/use-answer.ts'
import { useFilters } from '../../../data/use-filters.ts'
import { useSession } from '../../../data/use-session.ts'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { SelectField } from '../../../parts/Field.tsx'
import { More, Shown } from '../../../parts/Shown.tsx'
import { StateTag } from '../../../parts/Tags.tsx'
import { momentText } from '../../../parts/times.ts'
import { paths } from '../../../paths.ts'
import { CodesPage } from '../CodesPage.tsx'
import { AboutPlan } from './AboutPlan.tsx'

type Plan = Item<'course-codes', '/code-plans', 'get'>
const STATES = ['draft', 'publishing', 'published', 'withdrawn'] as const
const DEFAULTS = { state: '' }

const COLUMNS: Column<Plan>[] = [
  {
    key: 'title',
    head: 'Plan',
    rowHead: true,
    cell: ({ id, title }) => <Link to={paths.codePlan(id)}>{title}</Link>,
  },
  { key: 'state', head: 'State', cell: ({ state }) => <StateTag state={state} /> },
  { key: 'year', head: 'From', cell: ({ schoolYear }) => schoolYear },
  { key: 'about', head: 'Answers', cell: ({ about }) => <AboutPlan about={about} /> },
  { key: 'open', head: 'To decide', number: true, cell: ({ entries }) => entries.suggested },
  { key: 'decided', head: 'Decided', number: true, cell: ({ entries }) => entries.accepted + entries.edited },
  { key: 'updated', head: 'Last change', cell: ({ updatedAt }) => momentText(updatedAt) },
]

export function PlansPage() {
  const { filters, set } = useFilters(DEFAULTS)
  const { may } = useSession()
  const navigate = useNavigate()
  const state = STATES.find(each => each === filters.state)
  const plans = usePages(
    ['course-codes', 'plans', state],
    (cursor, signal) =>
      courseCodes.GET('/code-plans', {
        params: { query: { ...(state && { state }), ...(cursor && { cursor }) } },
        signal,
      }),
    { keep: true },
  )
  return (
    <CodesPage
      title="Plans"
      lead="A plan answers a change of the standards: which codes end, which follow, from which school year. Published, it becomes an edition of the code set."
      actions={
        <>
          {may('plan course codes') ? (
            <Link className="usa-button" to={paths.newCodePlan()}>
              New plan
            </Link>
          ) : (
            <span className="small soft">CALPADS and CDE staff, from editor on, may open a plan.</span>
          )}
          <Link className="usa-button usa-button--outline" to={paths.compareCodePlans()}>
            Compare two
          </Link>
        </>
      }
    >
      <search className="filters codes-filters">
        <SelectField
          label="State"
          value={filters.state}
          onChange={value => set({ state: value })}
          options={[['', 'Any state'], ...STATES.map(each => [each, each] as const)]}
        />
      </search>
      <Shown
        of={plans}
        what="the plans"
        lines={6}
        empty={
          state === undefined
            ? 'There is no plan yet. When a release has flagged course codes, a new plan asks what it suggests.'
            : `No plan is ${state}.`
        }
      >
        {rows => (
          <div className="stack">
            <DataTable
              caption="Plans of code changes"
              columns={COLUMNS}
              rows={rows}
              rowKey={({ id }) => id}
              onOpen={({ id }) => navigate(paths.codePlan(id))}
            />
            <More {...plans} shown={rows.length} what="plans" />
          </div>
        )}
      </Shown>
    </CodesPage>
  )
}
