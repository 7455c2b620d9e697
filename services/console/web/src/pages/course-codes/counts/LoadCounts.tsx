import { useState } from 'react'
import { courseCodes } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { useDraft } from '../../../data/use-draft.ts'
import { TextField } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { todayInCalifornia } from '../../../parts/times.ts'
import { FileField } from '../FileField.tsx'
import { asFile } from '../file-types.ts'

/** Loads a file of counts: tried first, so that one sees what it would change. */
export function LoadCounts() {
  const about = useDraft('load-counts', { source: '', asOf: todayInCalifornia() })
  const [file, setFile] = useState<File | null>(null)
  const [missing, setMissing] = useState(false)
  const call = (dryRun: 'true' | 'false') =>
    courseCodes.POST('/imports/aggregates', {
      params: { query: { source: about.value.source.trim(), asOf: about.value.asOf, dryRun } },
      body: '',
      ...asFile(file!, file!.name),
    })
  const [report, setReport] = useState<string>()
  const act = useAct(call, {
    touches: [['course-codes']],
    onDone: ({ data: { dryRun, outcome, standing, unknownKeys } }) =>
      setReport(
        [
          outcome === 'loaded-before' ? 'This very file was loaded before.' : dryRun ? 'It would load:' : 'Loaded:',
          `${standing.added} new, ${standing.changed} changed, ${standing.unchanged} as they were, ${standing.older} older than what stands.`,
          unknownKeys.length > 0 ? `Codes that hang on nothing here: ${unknownKeys.join(', ')}.` : '',
        ].join(' '),
      ),
  })
  const run = (dryRun: 'true' | 'false') => {
    setReport(undefined)
    const lacks = file === null || about.value.source.trim().length < 3
    setMissing(lacks)
    if (!lacks) void act.run(dryRun)
  }
  return (
    <section aria-labelledby="load-counts">
      <h2 id="load-counts">Load counts</h2>
      <form
        className="codes-form"
        onSubmit={event => {
          event.preventDefault()
          run('true')
        }}
      >
        <FileField
          label="File"
          hint="CSV or xlsx: Course Code, School Year, Measure (sections, pupils), Count, or * where it is 1 to 10. What looks like persons is refused whole."
          error={missing && file === null ? 'Choose a file' : undefined}
          onChange={setFile}
        />
        <TextField
          label="Where the counts come from"
          value={about.value.source}
          onChange={source => about.set(old => ({ ...old, source }))}
          error={missing && about.value.source.trim().length < 3 ? 'Say it in words' : undefined}
        />
        <TextField
          label="The day of which they are"
          type="date"
          value={about.value.asOf}
          onChange={asOf => about.set(old => ({ ...old, asOf }))}
        />
        {act.problem && <Problem error={act.problem} title="Nothing was loaded" />}
        <p role="status">{report}</p>
        <div className="dialog-foot">
          <button type="submit" className="usa-button usa-button--outline" disabled={act.busy}>
            Try it, write nothing
          </button>
          <button type="button" className="usa-button" disabled={act.busy} onClick={() => run('false')}>
            Load
          </button>
        </div>
      </form>
    </section>
  )
}
