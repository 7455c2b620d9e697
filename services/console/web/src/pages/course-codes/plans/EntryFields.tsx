import { Field, SelectField, TextField } from '../../../parts/Field.tsx'
import { LEVELS } from '../code-set-filters.ts'
import { codesIn } from '../sequences/what-if.ts'
import type { Entry, EntryForm, FormFault, waysOf } from './entry-form.ts'
import { KIND_NAMES, KINDS, kindNamed, kindWords } from './kinds.ts'
import { NewCodeFields } from './NewCodeFields.tsx'
import { useMakeCodes } from './use-make-codes.ts'

interface EntryFieldsProps {
  form: EntryForm
  set: (change: (old: EntryForm) => EntryForm) => void
  faults: FormFault[]
  entry: Entry | null
  ways: ReturnType<typeof waysOf>
  schoolYear: string
}
const GROUPS = [...new Set(KIND_NAMES.map(kind => KINDS[kind].group))]

/** What becomes of which codes; only what the kind asks for is shown. */
export function EntryFields({ form, set, faults, entry, ways, schoolYear }: EntryFieldsProps) {
  const change = (changes: Partial<EntryForm>) => set(old => ({ ...old, ...changes }))
  const faultOf = (field: string) => faults.find(each => each.field === field)?.message
  const kind = kindNamed(form.kind)
  const asks = kind && KINDS[kind]
  const make = useMakeCodes(form, set, schoolYear)
  return (
    <>
      <Field label="What becomes of it" error={faultOf('kind')}>
        {bound => (
          <select
            {...bound}
            className="usa-select"
            value={form.kind}
            onChange={event => change({ kind: event.target.value })}
          >
            <option value="">Choose …</option>
            {GROUPS.map(group => (
              <optgroup key={group} label={group}>
                {KIND_NAMES.filter(each => KINDS[each].group === group).map(each => (
                  <option key={each} value={each}>
                    {kindWords(each)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {asks?.from !== 'none' && (
        <TextField
          label={asks?.from === 'one' ? 'Code' : 'Codes it is about'}
          {...(asks?.from !== 'one' && { hint: 'Several with spaces between them, where they become one' })}
          value={form.from}
          onChange={from => change({ from })}
          error={faultOf('from')}
        />
      )}
      {asks?.retitles && (
        <TextField
          label="New title"
          value={form.title}
          onChange={title => change({ title })}
          error={faultOf('title')}
        />
      )}
      {asks && !asks.retires && asks.from !== 'none' && kind !== 'No change' && (
        <SelectField
          label="Level"
          value={form.level}
          onChange={level => change({ level })}
          options={[['', 'As it is'], ...LEVELS.map(level => [level, level] as const)]}
        />
      )}
      {asks && asks.to !== 'none' && (
        <>
          {kind !== 'New' && (
            <TextField
              label="Codes that follow and are there already"
              {...(entry?.suggestion?.candidates.length && {
                hint: `Of its level where it would go: ${entry.suggestion.candidates.join(', ')}`,
              })}
              value={form.to}
              onChange={to => change({ to })}
              error={faultOf('to')}
            />
          )}
          <fieldset className="new-codes">
            <legend>New codes that follow</legend>
            {form.newCodes.map((each, n) => (
              <NewCodeFields
                // biome-ignore lint/suspicious/noArrayIndexKey: a new code has no other identity until it is saved
                key={n}
                number={n + 1}
                value={each}
                schoolYear={schoolYear}
                faultOf={field => faultOf(`newCodes.${n}.${field}`)}
                onChange={changes =>
                  set(now => ({
                    ...now,
                    newCodes: now.newCodes.map((code, at) => (at === n ? { ...code, ...changes } : code)),
                  }))
                }
                onRemove={() => set(now => ({ ...now, newCodes: now.newCodes.filter((_, at) => at !== n) }))}
              />
            ))}
            <div className="row">
              {ways.length > 1 && (
                <button type="button" className="usa-button usa-button--outline" onClick={() => void make(ways)}>
                  One for each of {ways.map(({ key }) => key).join(' and ')}
                </button>
              )}
              {ways.map(way => (
                <button
                  key={way.id}
                  type="button"
                  className="usa-button usa-button--outline"
                  onClick={() => void make([way])}
                >
                  New code for {way.title} ({way.key})
                </button>
              ))}
              <button type="button" className="usa-button usa-button--outline" onClick={() => void make([null])}>
                New code elsewhere
              </button>
            </div>
          </fieldset>
          {asks.to === 'may' && codesIn(form.to).length + form.newCodes.length === 0 && (
            <SelectField
              label="What follows"
              value={form.successor}
              onChange={value => change({ successor: value === 'none' ? 'none' : 'unknown' })}
              options={[
                ['unknown', 'Nobody says'],
                ['none', 'None, said expressly'],
              ]}
            />
          )}
        </>
      )}
      <TextField
        label="Reason"
        hint="Goes into the record, with your name and the time"
        rows={2}
        value={form.reason}
        onChange={reason => change({ reason })}
        error={faultOf('reason')}
      />
    </>
  )
}
