import { credentials, standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Field } from '../../parts/Field.tsx'
import { sideGroups } from './sides.ts'

const limit = 200

interface SidePickerProps {
  label: string
  value: string
  onChange: (side: string) => void
  /** Said where nothing is chosen yet. */
  none?: string
}

/** One decoder of those that may be compared. */
export function SidePicker({ label, value, onChange, none }: SidePickerProps) {
  const editions = useAnswer(['credentials', 'rule-editions', 'sides'], signal =>
    credentials.GET('/rule-editions', { params: { query: { limit } }, signal }),
  )
  const proposals = useAnswer(['standards', 'proposals', 'sides'], signal =>
    standards.GET('/proposals', { params: { query: { limit } }, signal }),
  )
  const releases = useAnswer(['standards', 'releases', 'sides'], signal =>
    standards.GET('/releases', { params: { query: { limit } }, signal }),
  )
  const found = { editions: editions.data?.items, proposals: proposals.data?.items, releases: releases.data?.items }
  const partial = [editions, proposals, releases].some(({ data }) => data?.next)
  const failed = [editions, proposals, releases].find(({ error }) => error)?.error
  const hint = [
    partial && `The newest ${limit} of each kind; another can be named in the address.`,
    failed && `Not all could be read: ${failed.message}`,
  ].filter(Boolean)
  return (
    <Field label={label} {...(hint.length > 0 && { hint: hint.join(' ') })}>
      {bound => (
        <select {...bound} className="usa-select" value={value} onChange={event => onChange(event.target.value)}>
          {none && <option value="">{none}</option>}
          {sideGroups(found, value).map(group => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map(option => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
