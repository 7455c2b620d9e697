// How much a suggestion is worth: how often the counterpart that people named is among the first 1, 3, 5 that are suggested.
//   node infra/bench/suggestions.ts
// On the starter data (its sector-to-cluster relations are drafts nobody has verified), and on the publishers' table of occupations
// where it lies beside the repository (../shared/data/reference).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Item, type ItemKind, idFrom } from '@cte-align/contracts'
import { findItem, type Tree, treeOf } from '@cte-align/impact'
import { suggest } from '../../services/standards/src/suggest.ts'
import type { CrosswalkFile, FrameworkFile } from '../seed/files.ts'

const seed = <T>(name: string): T => JSON.parse(readFileSync(join(import.meta.dirname, '../seed', name), 'utf8'))
const OCCUPATIONS = join(import.meta.dirname, '../../../shared/data/reference/crosswalk_soc_subcluster.csv')

export interface Worth {
  pairs: number
  /** Items with at least one counterpart. */
  items: number
  candidates: number
  /** Pairs whose counterpart is among the first 1, 3, 5 suggested. */
  within: Record<number, number>
  /** Items of which some counterpart is among them. */
  anyWithin: Record<number, number>
}
const DEPTHS = [1, 3, 5]

export function sectorsToClusters(): Worth {
  const [sectors, clusters] = [treeFrom(seed('ca-mcs-2013.json')), treeFrom(seed('ca-cte-clusters.json'))]
  const { relations } = seed<CrosswalkFile>('crosswalk-ca-mcs-2013-ca-cte-clusters.json')
  return worth(
    relations.map(({ from, to }) => [findItem(sectors, from)!, findItem(clusters, to)!.id]),
    { home: sectors, tree: clusters, kind: 'cluster' },
  )
}

export function occupationsToSubClusters(): Worth | undefined {
  if (!existsSync(OCCUPATIONS)) return undefined
  const clusters = treeFrom(seed('ca-cte-clusters.json'))
  const titles = new Map(
    [...clusters.items.values()].map(item => [
      item.parent === null ? '' : `${clusters.items.get(item.parent)!.title}>${item.title}`,
      item.id,
    ]),
  )
  const items = new Map<string, Item>()
  const pairs: [Item, string][] = []
  for (const line of readFileSync(OCCUPATIONS, 'utf8').split(/\r?\n/).slice(1)) {
    const [code, title, cluster, subCluster] = cellsOf(line)
    if (code === undefined || title === undefined) continue
    const item = items.get(code) ?? itemFrom({ code, kind: 'occupation', title, parent: null, id: idFrom(code) })
    items.set(code, item)
    pairs.push([item, titles.get(`${cluster}>${subCluster}`)!])
  }
  return worth(pairs, { home: treeOf('soc', items.values()), tree: clusters, kind: 'sub-cluster' })
}

function worth(pairs: [Item, string][], { home, tree, kind }: { home: Tree; tree: Tree; kind: ItemKind }): Worth {
  const within: Record<number, number> = { 1: 0, 3: 0, 5: 0 }
  const anyWithin: Record<number, number> = { 1: 0, 3: 0, 5: 0 }
  const byItem = Map.groupBy(pairs, ([item]) => item)
  for (const [item, ends] of byItem) {
    const found = suggest(item, home, { tree, kinds: new Set([kind]), limit: 5 }).map(({ ref }) => ref.id)
    for (const depth of DEPTHS) {
      const hits = ends.filter(([, end]) => found.slice(0, depth).includes(end)).length
      within[depth]! += hits
      if (hits > 0) anyWithin[depth]!++
    }
  }
  const candidates = [...tree.items.values()].filter(item => item.kind === kind).length
  return { pairs: pairs.length, items: byItem.size, candidates, within, anyWithin }
}

function treeFrom({ framework, items }: FrameworkFile): Tree {
  const ids = new Map(items.map(({ key }) => [key, idFrom(framework.key, key)]))
  return treeOf(
    framework.key,
    items.map(({ key, code, kind, title, parent }) =>
      itemFrom({
        ...{ code, title, kind: kind as ItemKind, id: ids.get(key)! },
        parent: parent === null ? null : ids.get(parent)!,
      }),
    ),
  )
}

const itemFrom = (given: Pick<Item, 'id' | 'code' | 'kind' | 'title' | 'parent'>): Item => ({
  ...{ text: null, scopeNote: null, position: 0, status: 'active', retirement: null },
  ...given,
  provenance: { source: 'bench', verified: false, note: null },
})

/** The table quotes cells that hold commas, and has no other quotes. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

function inWords(name: string, { pairs, items, candidates, within, anyWithin }: Worth): string {
  const share = (hits: number, of: number) => `${hits} of ${of} (${Math.round((100 * hits) / of)} %)`
  const lines = DEPTHS.map(
    depth =>
      `  top ${depth}: ${share(within[depth]!, pairs)} of the pairs; some counterpart for ${share(anyWithin[depth]!, items)}; by chance ${Math.round((100 * depth) / candidates)} %`,
  )
  return [`${name}: ${pairs} pairs of ${items} items, ${candidates} candidates`, ...lines].join('\n')
}

if (import.meta.main) {
  console.log(inWords('Sectors to clusters (starter data)', sectorsToClusters()))
  const occupations = occupationsToSubClusters()
  console.log(
    occupations === undefined
      ? 'Occupations to sub-clusters: not measured, the publishers’ table is not here'
      : inWords('Occupations to sub-clusters (Advance CTE, SOC)', occupations),
  )
}
