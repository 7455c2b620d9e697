// The ways from an item to what hangs on it, as impact follows them: itself, below, above, across.
import type { LinksAsked } from './use-links.ts'

export interface Way {
  key: string
  head: string
  item: string
  scope: LinksAsked['scope']
}

type Ref = { id: string; key: string; title: string }

export function waysOf(item: { id: string; lineage: readonly Ref[] }, across: readonly Ref[]): Way[] {
  const named = ({ key, title }: Ref) => `${title} (${key})`
  return [
    { key: 'item', head: 'On this item itself', item: item.id, scope: 'item' },
    { key: 'below', head: 'On what stands below it', item: item.id, scope: 'below' },
    ...item.lineage.map(
      (above): Way => ({
        key: `above-${above.key}`,
        head: `Above it: on ${named(above)}`,
        item: above.id,
        scope: 'item',
      }),
    ),
    ...across.flatMap((other): Way[] => [
      { key: `across-${other.key}`, head: `Across the crosswalk: on ${named(other)}`, item: other.id, scope: 'item' },
      {
        key: `across-below-${other.key}`,
        head: `Across the crosswalk: below ${named(other)}`,
        item: other.id,
        scope: 'below',
      },
    ]),
  ]
}
