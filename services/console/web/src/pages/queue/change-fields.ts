// What of an item differs, field by field, as people read it.
import type { Change } from '../../why/why-in-words.ts'
import { itemInWords } from '../../why/why-in-words.ts'

type Fields = NonNullable<Change['before']>

export interface FieldChange {
  name: string
  /** Null: there was nothing, or will be nothing. */
  before: string | null
  after: string | null
}

const NAMES: Record<keyof Fields, string> = {
  code: 'Code',
  title: 'Title',
  text: 'Text',
  scopeNote: 'Scope note',
  parent: 'Stands under',
  position: 'Place in its list',
  status: 'Status',
  retirement: 'What became of it',
}

/** Only the fields that differ; the texts first. */
export function fieldChanges({ before, after }: Pick<Change, 'before' | 'after'>): FieldChange[] {
  const names = Object.keys(NAMES) as (keyof Fields)[]
  return (
    names
      .filter(name => before?.[name] !== undefined || after?.[name] !== undefined)
      // What became of an item says that it is retired.
      .filter(name => name !== 'status' || !after?.retirement)
      .map(name => ({ name: NAMES[name], before: textOf(before, name), after: textOf(after, name) }))
      .filter(({ before, after }) => before !== after)
  )
}

/** The same change may stand behind several causes. */
export const eachOnce = (changes: readonly Change[]): Change[] => [
  ...new Map(changes.map(change => [change.id, change])).values(),
]

function textOf(fields: Fields | null, name: keyof Fields): string | null {
  if (fields === null) return null
  if (name === 'retirement') return fields.retirement ? retirementInWords(fields.retirement) : null
  const value = fields[name]
  return value === undefined || value === null ? null : String(value)
}

function retirementInWords({ manner, successors }: NonNullable<Fields['retirement']>): string {
  if (successors === 'none') return `${manner}; nothing takes its place`
  if (successors === 'unknown') return `${manner}; what takes its place is unknown`
  return `${manner}; in its place: ${successors.map(itemInWords).join(', ')}`
}
