import { Link, useNavigate } from 'react-router'
import { credentials } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { dayText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import { DecoderPage } from './DecoderPage.tsx'

/** Checklists of changes of sectors: some twenty steps each, at CTC, OAL, CDE and the districts. */
export function WorkflowsPage() {
  const navigate = useNavigate()
  const workflows = usePages(['credentials', 'workflows'], (cursor, signal) =>
    credentials.GET('/workflows', { params: { query: { limit: 50, ...(cursor && { cursor }) } }, signal }),
  )
  return (
    <DecoderPage
      title="Decoder: changes of sectors"
      lead="When a sector comes, goes or gets another name: who does what by when, step by step."
    >
      <Shown
        of={workflows}
        what="the checklists"
        empty="No checklist has begun. One is begun for a release or proposal by API (POST /workflows); nothing begins by itself."
      >
        {rows => (
          <div className="stack">
            <DataTable
              caption="Checklists"
              rows={rows}
              rowKey={({ id }) => id}
              onOpen={({ id }) => navigate(paths.workflow(id))}
              columns={[
                {
                  key: 'title',
                  head: 'Change',
                  rowHead: true,
                  cell: ({ id, title }) => <Link to={paths.workflow(id)}>{title}</Link>,
                },
                { key: 'of', head: 'Of', cell: ({ release, proposal }) => release ?? `proposal ${proposal}` },
                { key: 'steps', head: 'Steps over', cell: ({ steps }) => `${steps.over} of ${steps.all}` },
                { key: 'adoption', head: 'Adoption', cell: ({ milestones }) => dayText(milestones.adoption) },
                { key: 'effective', head: 'Effective', cell: ({ milestones }) => dayText(milestones.effective) },
                { key: 'census', head: 'Census day', cell: ({ milestones }) => dayText(milestones.census) },
              ]}
            />
            <More {...workflows} shown={rows.length} what="checklists" />
          </div>
        )}
      </Shown>
    </DecoderPage>
  )
}
