import { useParams } from 'react-router'
import { credentials } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Alert } from '../../parts/Alert.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { StateTag, Unverified } from '../../parts/Tags.tsx'
import { dayText } from '../../parts/times.ts'
import { paths } from '../../paths.ts'
import { DecoderPage } from './DecoderPage.tsx'
import { downloadPath } from './downloads.ts'

/** One checklist: its days, its warnings, and each step with what it waits for. */
export function WorkflowPage() {
  const { id = '' } = useParams()
  const workflow = useAnswer(['credentials', 'workflows', id], signal =>
    credentials.GET('/workflows/{id}', { params: { path: { id } }, signal }),
  )
  const { data } = workflow
  const calendar = (format: string) => downloadPath(`/workflows/${encodeURIComponent(id)}/calendar`, { format })
  return (
    <DecoderPage
      title={data?.title ?? 'Change of sectors'}
      crumbs={[{ text: 'Changes of sectors', to: paths.workflows() }]}
      actions={
        data && (
          <>
            <a className="usa-button" href={calendar('ics')} download>
              Calendar (.ics)
            </a>
            <a href={calendar('xlsx')} download>
              XLSX<span className="hidden-visually"> of its days</span>
            </a>
          </>
        )
      }
    >
      <Shown of={workflow} what="the checklist" lines={12}>
        {({ milestones, warnings, notes, steps, criticalPath, latestStart }) => (
          <div className="stack">
            <dl className="facts">
              <dt>Adoption</dt>
              <dd>{dayText(milestones.adoption)}</dd>
              <dt>Effective</dt>
              <dd>{dayText(milestones.effective)}</dd>
              <dt>Census day</dt>
              <dd>{dayText(milestones.census)}</dd>
              <dt>Latest start</dt>
              <dd>{dayText(latestStart.day)}</dd>
              <dt>Takes longest</dt>
              <dd>{criticalPath.steps.join(', ') || 'unknown'}</dd>
            </dl>
            {warnings.map(({ code, step, message }) => (
              <Alert kind="warning" key={`${code} ${step}`}>
                {message} <code className="code">{code}</code>
              </Alert>
            ))}
            <ul className="small soft">
              {notes.map(note => (
                <li key={note}>{note}</li>
              ))}
            </ul>
            <DataTable
              caption="Steps"
              rows={steps}
              rowKey={({ key }) => key}
              columns={[
                {
                  key: 'step',
                  head: 'Step',
                  rowHead: true,
                  cell: step => (
                    <>
                      {step.title} {!step.provenance.verified && <Unverified />}
                    </>
                  ),
                },
                { key: 'state', head: 'State', cell: step => <StateTag state={step.state} /> },
                { key: 'who', head: 'Who', cell: step => step.actors.join(', ') },
                { key: 'day', head: 'Day', cell: step => dayOf(step) },
                { key: 'after', head: 'Waits for', cell: step => step.after.join(', ') || '–' },
              ]}
            />
          </div>
        )}
      </Shown>
    </DecoderPage>
  )
}

const dayOf = (step: { actual: string | null; planned: string | null; proposed: string | null }): string =>
  step.actual
    ? `done ${dayText(step.actual)}`
    : step.planned
      ? `planned ${dayText(step.planned)}`
      : step.proposed
        ? `proposed ${dayText(step.proposed)}`
        : 'unknown'
