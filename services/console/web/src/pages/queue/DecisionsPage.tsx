import { useState } from 'react'
import { Link } from 'react-router'
import { useAct } from '../../data/use-act.ts'
import { Field } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { type FlagAgency, paths } from '../../paths.ts'
import { undo } from './BulkDialog.tsx'
import { DecisionsReportView } from './DecisionsReportView.tsx'
import type { DecisionsReport } from './flag-types.ts'
import { QueueTabs } from './QueueTabs.tsx'
import { sendDecisions } from './send-decisions.ts'
import { exportAddress, useQueue } from './use-queue.ts'

/** Decisions that were made in a spreadsheet come back: read first, then taken. */
export function DecisionsPage({ agency }: { agency: FlagAgency }) {
  const queue = useQueue(agency)
  return (
    <Page
      title="From a spreadsheet"
      lead="Export the decisions to be made, fill them in, and send the file back. Rows without an entry are passed over; a flag that is not in the file is not touched."
      crumbs={[{ text: `${queue.name} queue`, to: paths.queue(agency) }]}
    >
      <QueueTabs agency={agency} />
      <ol className="stack">
        <li>
          Take the file:{' '}
          <a href={exportAddress(queue, { unresolved: 'true' }, { rows: 'decisions', format: 'xlsx' })} download>
            all that waits (xlsx)
          </a>{' '}
          or{' '}
          <a href={exportAddress(queue, { unresolved: 'true' }, { rows: 'decisions', format: 'csv' })} download>
            as csv
          </a>
          ; or narrow the <Link to={paths.queue(agency)}>queue</Link> first, and export from there.
        </li>
        <li>
          Fill in <em>to</em>, <em>disposition</em>, <em>owner</em>, <em>due</em> and <em>reason</em>. Leave{' '}
          <em>flag</em>, <em>version</em> and <em>text seen</em> as they are: they bind a decision to what was read.
        </li>
        <li>Send it back. It is read first, and shown; nothing changes until you take it.</li>
      </ol>
      {queue.reviewer ? <Send agency={agency} /> : <p>Sending decisions is for {queue.who}.</p>}
    </Page>
  )
}

function Send({ agency }: { agency: FlagAgency }) {
  const queue = useQueue(agency)
  const [file, setFile] = useState<File>()
  const [report, setReport] = useState<DecisionsReport>()
  const read = useAct((chosen: File) => sendDecisions(queue, chosen, { dryRun: true, skipErrors: true }), {
    touches: [],
    onDone: ({ data }) => setReport(data),
  })
  const take = useAct((chosen: File) => sendDecisions(queue, chosen, { dryRun: false, skipErrors: true }), {
    touches: [queue.key()],
    done: ({ data }) => `${data.moved} decisions taken${data.skipped > 0 ? `, ${data.skipped} passed over` : ''}.`,
    undo: ({ data }) => {
      const { action } = data
      return action === null ? undefined : () => undo(queue, action)
    },
    onDone: ({ data }) => setReport(data),
  })
  const problem = take.problem ?? read.problem
  return (
    <section aria-labelledby="send">
      <h2 id="send">Send the file back</h2>
      <Field label="Filled-in export of decisions" hint="xlsx, or CSV in UTF-8; up to 20 MB">
        {bound => (
          <input
            {...bound}
            type="file"
            accept=".csv,.xlsx,text/csv"
            onChange={event => {
              const chosen = event.target.files?.[0]
              setFile(chosen)
              setReport(undefined)
              take.clear()
              if (chosen) void read.run(chosen)
            }}
          />
        )}
      </Field>
      {read.busy && <p role="status">Reading the file …</p>}
      {problem && <Problem error={problem} title="The file was not taken" />}
      {report && (
        <DecisionsReportView
          queue={queue}
          report={report}
          busy={take.busy}
          onTake={() => file && void take.run(file)}
        />
      )}
    </section>
  )
}
