import { type Ref, useEffect, useState } from 'react'
import { Field, SelectField, TextField } from '../../parts/Field.tsx'
import { useLate } from '../../parts/use-late.ts'
import { ANY_STATE, FILTERS, GROUP_WORDS, inWords, type Layout } from './filters.ts'

interface QueueFiltersProps {
  layout: Layout
  set: (changes: Partial<Layout>) => void
  search: Ref<HTMLInputElement>
}

const STATES = [
  ['', 'Waiting (not resolved)'],
  ['open', 'Open'],
  ['in-review', 'In review'],
  ['returned', 'Returned'],
  ['resolved', 'Resolved'],
  [ANY_STATE, 'Any'],
] as const
const SEVERITIES = [
  ['', 'Any'],
  ['breaking', 'Breaking'],
  ['review', 'Review'],
  ['notice', 'Notice'],
] as const
const DUE = [
  ['', 'Any'],
  ['overdue', 'Overdue'],
  ['dated', 'On a known day'],
  ['unknown', 'On an unknown day'],
  ['none', 'Never'],
] as const
const ORDERS = [
  ['gravest', 'Gravest first'],
  ['due', 'Due first'],
] as const
const GROUPS = [...Object.entries(GROUP_WORDS), ['none', 'no groups']] as const
/** Those with a field of their own in the first row. */
const SHOWN = new Set(['state', 'severity', 'q'])

/** Every choice stands in the address, so that a link shows what its sender saw. */
export function QueueFilters({ layout, set, search }: QueueFiltersProps) {
  const chips = inWords(layout).filter(({ name }) => !SHOWN.has(name))
  return (
    <search className="filters queue-filters" aria-label="Filters of the queue">
      <SearchField value={layout.q} onChange={q => set({ q })} search={search} />
      <SelectField label="State" value={layout.state} onChange={state => set({ state })} options={STATES} />
      <SelectField
        label="Severity"
        value={layout.severity}
        onChange={severity => set({ severity })}
        options={SEVERITIES}
      />
      <SelectField
        label="Due"
        value={layout.overdue === 'true' ? 'overdue' : layout.due}
        onChange={due => set(due === 'overdue' ? { due: '', overdue: 'true' } : { due, overdue: '' })}
        options={DUE}
      />
      <SelectField label="Grouped by" value={layout.group} onChange={group => set({ group })} options={GROUPS} />
      <SelectField label="Order" value={layout.order} onChange={order => set({ order })} options={ORDERS} />
      <MoreFilters layout={layout} set={set} />
      {chips.length > 0 && (
        <ul className="plain-list row chips" aria-label="Narrowed to">
          {chips.map(({ name, text }) => (
            <li key={name}>
              <button type="button" className="chip" onClick={() => set({ [name]: '' })}>
                {text} <span aria-hidden="true">✕</span>
                <span className="hidden-visually">, take away</span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="usa-button usa-button--unstyled" onClick={() => set(FILTERS)}>
              Clear all
            </button>
          </li>
        </ul>
      )}
    </search>
  )
}

/** Asked for when typing pauses. */
function SearchField({
  value,
  onChange,
  search,
}: {
  value: string
  onChange: (q: string) => void
  search: Ref<HTMLInputElement>
}) {
  const [text, setText] = useState(value)
  const late = useLate(text)
  useEffect(() => setText(value), [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed asks; a new `onChange` does not
  useEffect(() => {
    if (late === text && late.trim() !== value) onChange(late.trim())
  }, [late])
  return (
    <Field label="Code or words">
      {bound => (
        <input
          {...bound}
          ref={search}
          className="usa-input"
          type="search"
          autoComplete="off"
          maxLength={100}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      )}
    </Field>
  )
}

const YES = [
  ['', 'Either'],
  ['true', 'Yes'],
  ['false', 'No'],
] as const

/** What is asked for more rarely. */
function MoreFilters({ layout, set }: Omit<QueueFiltersProps, 'search'>) {
  const text = (name: keyof Layout, label: string, hint?: string) => (
    <LateText label={label} hint={hint} value={layout[name]} onChange={value => set({ [name]: value })} />
  )
  const yesNo = (name: keyof Layout, label: string) => (
    <SelectField label={label} value={layout[name]} onChange={value => set({ [name]: value })} options={YES} />
  )
  return (
    <details className="more-filters">
      <summary>More filters</summary>
      <div className="filters">
        {text('sector', 'Sector', 'ICT')}
        {text('document', 'Document', 'CTE; none')}
        {text('subject', 'Subject', 'ANR; none')}
        {text('release', 'Release', 'ca-mcs-2013@2')}
        {text('owner', 'Seen to by', 'mlopez')}
        {yesNo('unowned', 'Nobody sees to it')}
        {yesNo('unverified', 'Every cause unverified')}
        {yesNo('undecided', 'Undecided after a split')}
        {yesNo('findings', 'Has findings')}
        <TextField label="Due from" type="date" value={layout.dueFrom} onChange={dueFrom => set({ dueFrom })} />
        <TextField label="Due until" type="date" value={layout.dueTo} onChange={dueTo => set({ dueTo })} />
      </div>
    </details>
  )
}

/** Takes effect when one goes on, so that half a code is not asked for. */
function LateText({
  label,
  hint,
  value,
  onChange,
}: {
  label: string
  hint: string | undefined
  value: string
  onChange: (value: string) => void
}) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <Field label={label}>
      {bound => (
        <input
          {...bound}
          className="usa-input"
          type="text"
          autoComplete="off"
          placeholder={hint && `as in ${hint}`}
          value={text}
          onChange={event => setText(event.target.value)}
          onBlur={() => text.trim() !== value && onChange(text.trim())}
          onKeyDown={event => event.key === 'Enter' && onChange(text.trim())}
        />
      )}
    </Field>
  )
}
