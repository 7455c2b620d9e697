// Whom a split leaves without a place, and where each goes.
import type { Draft } from './draft.ts'
import type { Preview } from './use-preview.ts'

type Assignment = Draft['assignments'][number]
type Assignable = Assignment['dependent']
export interface SplitRow {
  dependent: Assignable
  title: string
  /** Code of a new item; '' while nobody has decided. */
  successor: string
}

/** What of a preview is looked at. */
type Hits = Record<'agencies', Record<'ctc' | 'calpads', { impacts: HitOf[] }>>
interface HitOf {
  dependent: { [Field in 'kind' | 'key' | 'title']: Preview['agencies']['ctc']['impacts'][number]['dependent'][Field] }
  causes: { change: { class: string; item: { id: string; key: string } }; assignment: object | 'undecided' | null }[]
}

/** Every dependent of the split item with where it goes, those undecided first. */
export function splitRows(preview: Hits, item: { value: string; key: string }, assignments: Assignment[]): SplitRow[] {
  const { ctc, calpads } = preview.agencies
  const rows = [...ctc.impacts, ...calpads.impacts].flatMap(({ dependent, causes }): SplitRow[] => {
    const asked = causes.some(
      ({ change, assignment }) =>
        change.class === 'split' &&
        assignment !== null &&
        [change.item.id, change.item.key].some(name => name === item.value || name === item.key),
    )
    const { kind, key, title } = dependent
    if (!asked || kind === 'legal-reference') return []
    return [{ dependent: { kind, key }, title, successor: successorOf(assignments, { kind, key }) }]
  })
  return rows.sort(
    (a, b) =>
      Number(a.successor !== '') - Number(b.successor !== '') ||
      a.dependent.key.localeCompare(b.dependent.key, 'en', { numeric: true }),
  )
}

const same = (a: Assignable, b: Assignable): boolean => a.kind === b.kind && a.key === b.key

export const successorOf = (assignments: Assignment[], dependent: Assignable): string =>
  assignments.find(each => same(each.dependent, dependent))?.successor ?? ''

/** Sends dependents to a new item, or back to "undecided" with ''. */
export function assigned(assignments: Assignment[], dependents: Assignable[], successor: string): Assignment[] {
  const others = assignments.filter(each => !dependents.some(one => same(one, each.dependent)))
  return successor === '' ? others : [...others, ...dependents.map(dependent => ({ dependent, successor }))]
}
