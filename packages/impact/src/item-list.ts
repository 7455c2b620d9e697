import type { Change, ItemList, Severity, Wildcard } from '@cte-align/contracts'

type Seen = Pick<Change, 'item' | 'aspect' | 'class' | 'rule'>

/**
 * The lists of its framework that a change touches: of sectors or of clusters, where one comes, goes or gets another title. By the
 * rule and not by the class: whatever a person calls a retirement, a statute that counts fifteen sectors counts one too many.
 */
export function listsTouchedBy(change: Seen): ItemList[] {
  const { item, aspect, class: chosen } = change
  if (item.kind !== 'sector' && item.kind !== 'cluster') return []
  if (comesOrGoes(change)) return [`${item.kind}-count`, `${item.kind}-titles`]
  return aspect === 'title' && chosen !== 'editorial' ? [`${item.kind}-titles`] : []
}

/** Where an item comes or goes somebody must look whether the law still holds; of another title somebody must know. */
export const severityInList = ({ aspect }: Pick<Change, 'aspect'>): Severity =>
  aspect === 'existence' ? 'review' : 'notice'

export const isList = (any: Wildcard | null): any is ItemList => any !== null && any !== 'sector'

/** The kind of item that a wildcard means. */
export const kindOf = (any: Wildcard): 'sector' | 'cluster' => (any.startsWith('cluster') ? 'cluster' : 'sector')

const comesOrGoes = ({ aspect, rule }: Seen): boolean => aspect === 'existence' && !STAYS.has(rule)

/** Existence changes of items that are there before and after, or neither time. */
const STAYS: ReadonlySet<string> = new Set([
  'existence/takes-over',
  'existence/retired-anew',
  'existence/never-in-force',
])
