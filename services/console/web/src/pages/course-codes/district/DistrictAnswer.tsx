import type { Answer, Query } from '@cte-align/client'
import { useState } from 'react'
import { useAct } from '../../../data/use-act.ts'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { Problem } from '../../../parts/Problem.tsx'
import { Tag } from '../../../parts/Tags.tsx'
import { CodeLink, CodeList } from '../CodeLink.tsx'
import { keepFile } from '../keep-file.ts'
import { kindWords } from '../plans/kinds.ts'
import { ValidTag } from '../standing.tsx'
import { fileOfList } from './ask-about-list.ts'
import type { DistrictList } from './district-list.ts'

type Found = Answer<'course-codes', '/district-list', 'post'>
type CodeRow = Exclude<Found, string>['codes'][number]

const COLUMNS: Column<CodeRow>[] = [
  {
    key: 'code',
    head: 'Code',
    rowHead: true,
    sortBy: row => row.code,
    cell: ({ code, title, status }) => (
      <>
        {status === 'unknown' || status === 'no-code' || status === 'not-cte' ? code : <CodeLink code={code} />} {title}
      </>
    ),
  },
  {
    key: 'act',
    head: 'To do',
    sortBy: row => Number(!row.act),
    cell: ({ act, action }) => (
      <>
        {act ? (
          <Tag kind="review">
            <span aria-hidden="true">◆</span> act
          </Tag>
        ) : (
          <Tag>nothing</Tag>
        )}{' '}
        {action}
      </>
    ),
  },
  {
    key: 'valid',
    head: 'May be submitted',
    sortBy: row => row.valid,
    cell: ({ valid, why }) => (
      <>
        <ValidTag valid={valid} short /> <span className="small soft">{why}</span>
      </>
    ),
  },
  {
    key: 'successors',
    head: 'Followed by',
    cell: ({ successors, successor, planned }) => (
      <>
        {successor === null && successors.length === 0 ? (
          <span className="soft">nothing ends</span>
        ) : (
          <CodeList codes={successors} none={successor === 'none' ? 'none' : 'nobody says what'} />
        )}
        {planned && (
          <div className="small">
            Planned: {kindWords(planned.kind)} from {planned.schoolYear}{' '}
            {planned.to.length > 0 ? `to ${planned.to.join(', ')}` : ''} ({planned.state})
          </div>
        )}
      </>
    ),
  },
  {
    key: 'flags',
    head: 'What changed',
    cell: ({ flags, sequence }) => (
      <ul className="plain-list small">
        {flags.map(({ flag, severity, release, says, moreCauses }) => (
          <li key={flag}>
            {severity} ({release}): {says}
            {moreCauses > 0 && ` and ${moreCauses} more`}
          </li>
        ))}
        {sequence.map(text => (
          <li key={text}>Sequence: {text}</li>
        ))}
      </ul>
    ),
  },
  {
    key: 'credentials',
    head: 'Who may teach it',
    cell: ({ credentials: { admit, gone, atRisk } }) => (
      <span className="small">
        {admit.length} authorizations admit
        {gone.length > 0 && `; ${gone.length} no longer do: ${gone.join(', ')}`}
        {atRisk.length > 0 && `; at risk: ${atRisk.join(', ')}`}
      </span>
    ),
  },
]

interface DistrictAnswerProps {
  answer: Exclude<Found, string>
  list: DistrictList
  question: Query<'course-codes', '/district-list', 'post'>
}

/** What changes for a district, what it must act on first; and the same as a file in its own order. */
export function DistrictAnswer({ answer: { codes, rows, counts, schoolYear }, list, question }: DistrictAnswerProps) {
  const [all, setAll] = useState(false)
  const file = useAct(
    async (format: 'csv' | 'xlsx') => {
      const answered = await fileOfList(list, { ...question, format })
      if (answered.data instanceof Blob) keepFile(answered.data, `district-list-${schoolYear}.${format}`)
      return answered
    },
    { touches: [] },
  )
  const remarks = rows.filter(each => each.remarks.length > 0)
  const shown = all ? codes : codes.filter(({ act }) => act)
  return (
    <section className="stack" aria-labelledby="district-answer">
      <h2 id="district-answer">What changes in {schoolYear}</h2>
      <p role="status">
        <strong className="codes-number">{counts.act}</strong> of {counts.codes} codes ask for something, in{' '}
        {counts.rows} rows.
      </p>
      <div className="row no-print">
        <label className="row">
          <input type="checkbox" checked={all} onChange={() => setAll(!all)} /> Show the others too
        </label>
        <button type="button" className="usa-button usa-button--outline" onClick={() => void file.run('csv')}>
          Take it as CSV
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={() => void file.run('xlsx')}>
          Take it as xlsx
        </button>
      </div>
      {file.problem && <Problem error={file.problem} title="The file was not written" />}
      {shown.length === 0 ? (
        <p className="empty">None of your codes asks for anything in {schoolYear}.</p>
      ) : (
        <DataTable
          caption={all ? 'All codes of the list' : 'Codes that ask for something'}
          columns={COLUMNS}
          rows={shown}
          rowKey={({ code }) => code}
        />
      )}
      {remarks.length > 0 && (
        <>
          <h3>About the list itself</h3>
          <ul>
            {remarks.map(({ row, code, remarks: said }) => (
              <li key={row}>
                Row {row}, {code || 'no code'}: {said.join('; ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
