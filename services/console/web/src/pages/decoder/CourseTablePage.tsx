import { useState } from 'react'
import { credentials } from '../../data/api.ts'
import { useAct } from '../../data/use-act.ts'
import { useDraft } from '../../data/use-draft.ts'
import { useSession } from '../../data/use-session.ts'
import { Alert } from '../../parts/Alert.tsx'
import { TextField } from '../../parts/Field.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { type CourseTableReport, CourseTableReportView } from './CourseTableReportView.tsx'
import { type CourseTableFields, courseTableFaults, courseTableQuery, NO_FIELDS } from './course-table.ts'
import { DecoderPage } from './DecoderPage.tsx'
import { FileField } from './FileField.tsx'
import { RowFaults } from './RowFaults.tsx'
import { fileBody } from './read-file.ts'

/** An edition of CTC's own table comes in: shown row by row first, kept whole afterwards. Nothing in force moves. */
export function CourseTablePage() {
  const { may } = useSession()
  const draft = useDraft<CourseTableFields>('course-table', NO_FIELDS)
  const [file, setFile] = useState<File>()
  const [tried, setTried] = useState(false)
  const [report, setReport] = useState<CourseTableReport>()
  const faults = courseTableFaults(draft.value, file)
  const shown = tried ? faults : {}
  const act = useAct(
    (dryRun: boolean) =>
      credentials.POST('/imports/course-table', {
        params: { query: { ...courseTableQuery(draft.value), dryRun: dryRun ? 'true' : 'false' } },
        ...fileBody(file!),
      }),
    {
      touches: [['credentials', 'rule-editions']],
      done: ({ data }) => (data.dryRun ? '' : `Kept as edition ${data.edition}: ${data.rules} rules.`),
      onDone: ({ data }) => setReport(data),
    },
  )
  const send = (dryRun: boolean) => {
    setTried(true)
    setReport(undefined)
    if (Object.keys(faults).length === 0) void act.run(dryRun)
  }
  const put = (part: Partial<CourseTableFields>) => {
    setReport(undefined)
    draft.set(old => ({ ...old, ...part }))
  }
  const { value } = draft
  return (
    <DecoderPage
      title="Decoder: course table"
      lead="CTC's table of course codes and credentials, as published: kept beside the others and compared. Rules in force do not change."
    >
      {!may('draft rule editions') && (
        <Alert kind="info">
          CTC editors and above may send an edition. What you type here is kept until you sign in.
        </Alert>
      )}
      <form
        className="narrow-form"
        onSubmit={event => {
          event.preventDefault()
          send(true)
        }}
      >
        <FileField
          label="The file as published"
          hint="xlsx, or CSV in UTF-8"
          error={shown.file}
          onChange={next => {
            setFile(next)
            setReport(undefined)
          }}
        />
        <TextField
          label="Edition"
          hint="What it is to be called, as in 2026-08"
          error={shown.edition}
          value={value.edition}
          onChange={edition => put({ edition })}
        />
        <TextField label="Title" error={shown.title} value={value.title} onChange={title => put({ title })} />
        <TextField
          label="Published on"
          hint="Left out where nobody knows"
          type="date"
          value={value.publishedOn}
          onChange={publishedOn => put({ publishedOn })}
        />
        <TextField
          label="Source"
          hint="Where the file comes from"
          error={shown.source}
          value={value.source}
          onChange={source => put({ source })}
        />
        <label className="check">
          <input type="checkbox" checked={value.verified} onChange={event => put({ verified: event.target.checked })} />{' '}
          Somebody has read it in CTC’s own file
        </label>
        {act.problem && (
          <Problem error={act.problem} title="Nothing of the file was taken">
            <RowFaults faults={act.problem.errors} total={act.problem.errors.length} />
          </Problem>
        )}
        <div className="dialog-foot">
          <button type="submit" className="usa-button" disabled={act.busy}>
            {act.busy ? 'Reading …' : 'Show what it would do'}
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {report && (
          <CourseTableReportView report={report}>
            {report.dryRun && (
              <button type="button" className="usa-button" disabled={act.busy} onClick={() => send(false)}>
                Keep this edition
              </button>
            )}
          </CourseTableReportView>
        )}
      </div>
    </DecoderPage>
  )
}
