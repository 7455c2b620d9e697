// The field's words for what stands in a framework.
import type { Item } from '@cte-align/client'

export type OutlineRow = Item<'standards', '/frameworks/{key}/outline', 'get'>
export type Found = Item<'standards', '/items', 'get'>
export type Kind = OutlineRow['kind']
export type Release = Item<'standards', '/releases', 'get'>

/** In the order of a tree, from the top. */
export const KINDS = {
  sector: ['sector', 'sectors'],
  cluster: ['cluster', 'clusters'],
  pathway: ['pathway', 'pathways'],
  'sub-cluster': ['sub-cluster', 'sub-clusters'],
  anchor: ['anchor standard', 'anchor standards'],
  standard: ['standard', 'standards'],
  indicator: ['indicator', 'indicators'],
  practice: ['practice', 'practices'],
  program: ['program', 'programs'],
  occupation: ['occupation', 'occupations'],
} as const satisfies Record<Kind, readonly [one: string, many: string]>

export const isKind = (word: string): word is Kind => word in KINDS
export const kindWord = (kind: Kind): string => KINDS[kind][0]

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const many = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`

/** "15 sectors, 58 pathways", in the order of the tree. */
export const kindsInWords = (counts: Record<string, number>): string =>
  Object.entries(KINDS)
    .filter(([kind]) => counts[kind])
    .map(([kind, [one, more]]) => many(counts[kind] ?? 0, one, more))
    .join(', ')

/** Choices of a facet: those that leave something, and the one that is chosen. */
export const facetOptions = (
  counts: Record<string, number>,
  text: (value: string) => string,
  chosen: string,
): [value: string, text: string, count: number][] => {
  const values = Object.keys(counts)
  if (chosen && !values.includes(chosen)) values.push(chosen)
  return values.map((value): [string, string, number] => [value, text(value), counts[value] ?? 0])
}

/** Kinds as a facet, in the order of the tree. */
export const kindOptions = (counts: Record<string, number>, chosen: string) => {
  const order = Object.keys(KINDS)
  return facetOptions(counts, kind => (isKind(kind) ? upperFirst(KINDS[kind][1]) : kind), chosen).sort(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  )
}
