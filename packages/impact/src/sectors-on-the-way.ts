import type { Cause, ItemRef } from '@cte-align/contracts'

/** The top-level items on the way of any path, as `framework:code`. */
export const sectorsOf = (causes: readonly Pick<Cause, 'paths'>[]): string[] =>
  [...new Set(causes.flatMap(itemsOnTheWay).map(topLevelOf))].sort()

/** The items of all its paths, where it began first. Codes and digits of dependents say nothing: only links lead to a sector. */
export const itemsOnTheWay = ({ paths }: Pick<Cause, 'paths'>): ItemRef[] =>
  paths.flatMap(({ steps }) => steps.flatMap(step => ('item' in step ? [step.item] : [])))

/** The top-level item, as `framework:code`. A natural key begins with its code. */
export const topLevelOf = ({ framework, kind, key }: ItemRef): string =>
  `${framework}:${isTop(kind) ? key : key.split('.')[0]}`

/** `ICT` is the sector of that code in any framework, `ca-mcs-2013:ICT` in one. */
export const isSector = (sector: string, asked: string): boolean =>
  asked.includes(':') ? sector === asked : sector.endsWith(`:${asked}`)

const isTop = (kind: ItemRef['kind']): boolean => kind === 'sector' || kind === 'cluster'
