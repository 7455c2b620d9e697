import { useEffect, useState } from 'react'
import { credentials } from '../../data/api.ts'
import { useAct } from '../../data/use-act.ts'
import { Alert } from '../../parts/Alert.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { BatchReport, type HoldersReport } from './BatchReport.tsx'
import { FileField } from './FileField.tsx'
import { readLines, type Streamed } from './lines.ts'
import { fileBody } from './read-file.ts'

interface BatchCheckProps {
  schoolYear: string
  side: string
}

/** A file of anonymous holders: what is wrong with it, counts, or a line for each as it comes. */
export function BatchCheck({ schoolYear, side }: BatchCheckProps) {
  const [file, setFile] = useState<File>()
  const [missing, setMissing] = useState(false)
  const [report, setReport] = useState<HoldersReport>()
  const [lines, setLines] = useState<number>()
  const [answer, setAnswer] = useState<Streamed & { href: string }>()
  const query = { schoolYear, side }
  useEffect(() => () => URL.revokeObjectURL(answer?.href ?? ''), [answer])

  const count = useAct(
    (dryRun: boolean) =>
      credentials.POST('/holder-check/batch', {
        params: { query: { ...query, dryRun: dryRun ? 'true' : 'false' } },
        parseAs: 'json',
        ...fileBody(file!),
      }),
    { touches: [], onDone: ({ data }) => typeof data === 'object' && setReport(data) },
  )
  const stream = useAct(
    async () => {
      const { response, error } = await credentials.POST('/holder-check/batch', {
        params: { query: { ...query, format: 'csv' } },
        parseAs: 'stream',
        ...fileBody(file!),
      })
      if (error !== undefined) return { response, error }
      return { response, data: await readLines(response, setLines) }
    },
    { touches: [], onDone: ({ data }) => data && setAnswer({ ...data, href: URL.createObjectURL(data.blob) }) },
  )
  const begin = (act: () => Promise<unknown>) => {
    setMissing(file === undefined)
    setReport(undefined)
    setAnswer(undefined)
    setLines(undefined)
    if (file) void act()
  }
  const busy = count.busy || stream.busy
  return (
    <section aria-labelledby="batch" className="no-print">
      <h2 id="batch">A file of holders</h2>
      <p>
        One row for each document; columns: profile, document, authorization, subject, printed title, issued, added,
        expires, course code, count. A profile is a label such as <code className="code">P1</code>, never a name. The
        school year and the decoder above count here too.
      </p>
      <FileField
        label="File"
        hint="CSV of any length in UTF-8, or xlsx of up to 50,000 rows. Nothing of it is kept."
        error={missing && !file ? 'Choose a file first' : undefined}
        onChange={setFile}
      />
      <div className="dialog-foot">
        <button type="button" className="usa-button" disabled={busy} onClick={() => begin(() => count.run(false))}>
          Count verdicts
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={busy}
          onClick={() => begin(() => stream.run(undefined))}
        >
          A line for each holder
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={busy}
          onClick={() => begin(() => count.run(true))}
        >
          Only look for errors
        </button>
      </div>
      {(count.problem ?? stream.problem) && <Problem error={(count.problem ?? stream.problem)!} />}
      <p role="status" className="batch-status">
        {count.busy && 'Checking …'}
        {stream.busy && `${lines ?? 0} lines answered so far …`}
        {answer && `${answer.lines} lines answered.`}
      </p>
      {answer?.broken && (
        <Alert kind="warning">The file could not be read to its end: the last line of the answer says why.</Alert>
      )}
      {answer && (
        <p>
          <a href={answer.href} download="holder-check.csv">
            Save the answer (CSV)
          </a>
        </p>
      )}
      {report && <BatchReport report={report} />}
    </section>
  )
}
