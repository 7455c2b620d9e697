import { useEffect, useRef, useState } from 'react'
import { standards } from '../../../data/api.ts'
import { useAct } from '../../../data/use-act.ts'
import { Field } from '../../../parts/Field.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { touchesOf, useHere } from '../use-proposal.ts'
import { many } from '../words.ts'

const COLUMNS = 'ref,replyTo,on,item,operation,text,session,sessionName,day,place,region,role,count'

/** A session's comments as a CSV file: tried first, then taken whole or refused whole, with the rows at fault. */
export function ImportComments({ onClose }: { onClose: () => void }) {
  const { proposal, params } = useHere()
  const [file, setFile] = useState<{ name: string; text: string }>()
  const [tried, setTried] = useState<{ added: number; unchanged: number }>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const send = (dryRun: 'true' | 'false') =>
    standards.POST('/proposals/{id}/comments/import', {
      params: { ...params, query: { dryRun } },
      body: file?.text ?? '',
      bodySerializer: text => text,
      headers: { 'content-type': 'text/csv' },
    })
  const trial = useAct(() => send('true'), { touches: [], onDone: ({ data }) => setTried(data) })
  const take = useAct(() => send('false'), {
    touches: touchesOf(proposal.id),
    done: ({ data }) => `${many(data.added, 'comment')} recorded, ${data.unchanged} were there already.`,
    onDone: onClose,
  })
  const problem = trial.problem ?? take.problem
  return (
    <section className="card" aria-labelledby="import-head">
      <h2 id="import-head" ref={heading} tabIndex={-1}>
        Import comments
      </h2>
      <Field label="CSV file" hint={`Columns: ${COLUMNS}. Needed: on, text, session, role`}>
        {bound => (
          <input
            {...bound}
            type="file"
            accept=".csv,text/csv"
            onChange={async event => {
              const chosen = event.target.files?.[0]
              setTried(undefined)
              trial.clear()
              setFile(chosen && { name: chosen.name, text: await chosen.text() })
            }}
          />
        )}
      </Field>
      <p role="status">
        {tried &&
          `${file?.name}: ${many(tried.added, 'comment')} would be recorded, ${tried.unchanged} are there already.`}
      </p>
      {problem && <Problem error={problem} title="Nothing was recorded" />}
      <div className="dialog-foot">
        {tried ? (
          <button type="button" className="usa-button" disabled={take.busy} onClick={() => void take.run(undefined)}>
            {take.busy ? 'One moment …' : `Record ${tried.added}`}
          </button>
        ) : (
          <button
            type="button"
            className="usa-button"
            disabled={!file || trial.busy}
            onClick={() => void trial.run(undefined)}
          >
            {trial.busy ? 'One moment …' : 'Try it'}
          </button>
        )}
        <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
          Close
        </button>
      </div>
    </section>
  )
}
