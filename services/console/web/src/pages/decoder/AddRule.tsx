import { useState } from 'react'
import { SelectField, TextField } from '../../parts/Field.tsx'
import { ListField } from '../../parts/ListField.tsx'
import type { Operation } from './editions.ts'
import { useCodes } from './use-codes.ts'

interface AddRuleProps {
  busy: boolean
  onAdd: (operation: Operation) => Promise<unknown>
}

const BLANK = { op: 'add-rule', courseCode: '', authorization: '', rule: '', reason: '' }

/** The two operations that most drafts are made of; the others come as suggestions or by API. */
export function AddRule({ busy, onAdd }: AddRuleProps) {
  const codes = useCodes()
  const [value, setValue] = useState(BLANK)
  const [tried, setTried] = useState(false)
  const put = (part: Partial<typeof BLANK>) => setValue(old => ({ ...old, ...part }))
  const adding = value.op === 'add-rule'
  const [document, authorization, subject] = value.authorization.trim().split('/')
  const ready = adding ? Boolean(value.courseCode && document && authorization && subject) : Boolean(value.rule.trim())
  const operation = (): Operation => {
    const about = { reason: value.reason.trim() || null, follows: null }
    return adding
      ? {
          ...{ op: 'add-rule', courseCode: value.courseCode.trim(), document: document ?? '' },
          ...{ authorization: authorization ?? '', subject: subject ?? '' },
          ...{ authType: 'Full', condition: null, verified: false, ...about },
        }
      : { op: 'drop-rule', rule: value.rule.trim(), ...about }
  }
  return (
    <details className="no-print">
      <summary>Add an operation</summary>
      <form
        className="filters"
        onSubmit={async event => {
          event.preventDefault()
          setTried(true)
          if (!ready || !(await onAdd(operation()))) return
          setValue({ ...BLANK, op: value.op })
          setTried(false)
        }}
      >
        <SelectField
          label="Operation"
          value={value.op}
          onChange={op => put({ op })}
          options={[
            ['add-rule', 'A course code admits an authorization'],
            ['drop-rule', 'A rule is dropped'],
          ]}
        />
        {adding ? (
          <>
            <ListField
              label="Course code"
              error={tried && !value.courseCode ? 'Name a course code' : undefined}
              value={value.courseCode}
              onChange={courseCode => put({ courseCode })}
              options={codes.courseCodes}
            />
            <ListField
              label="Authorization"
              error={tried && !ready ? 'Document, authorization and subject, as in CTE/R4T/ANR' : undefined}
              value={value.authorization}
              onChange={next => put({ authorization: next })}
              options={codes.authorizations.map(({ key, title }) => [key, title] as const)}
            />
          </>
        ) : (
          <TextField
            label="Rule"
            error={tried && !ready ? 'Name the rule, as in 7400:CTE/R4T/MSS' : undefined}
            value={value.rule}
            onChange={rule => put({ rule })}
          />
        )}
        <TextField label="Because" value={value.reason} onChange={reason => put({ reason })} />
        <button type="submit" className="usa-button usa-button--outline" disabled={busy}>
          Add
        </button>
      </form>
    </details>
  )
}
