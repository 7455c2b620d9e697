import type { CourseLevel, ItemTranslation } from '@cte-align/contracts'
import { compareKeys } from '../natural-order.ts'
import { type SequencePathway, type StandingCode, sectorOf, sequencesOf, type YearWorld } from './sequences.ts'

/** A code by the sectors of 2013 and, through the crosswalk, by clusters. */
export interface PerkinsRow {
  code: string
  title: string
  level: CourseLevel
  inForce: StandingCode['inForce']
  /** The one under which it is counted: the first that the data names. Null: of any sector, or of none. */
  sector: string | null
  /** Other sectors that it hangs on too. */
  alsoSectors: string[]
  pathways: string[]
  clusters: { key: string; title: string; state: string }[]
  mapped: 'accepted' | 'draft' | 'none' | 'unmapped'
  /** `agriculture`, or `unknown (draft: agriculture, energy)`. */
  cluster: string
}
export interface PerkinsGroup {
  /** Null: codes of no sector, or unmapped. */
  key: string | null
  title: string | null
  codes: number
  /** Of these, how many only by relations that nobody has accepted. */
  unverified: number
  pathways: { complete: number; incomplete: number; unknown: number }
  /** Null where nobody has loaded any count; `counted` says for how many of the codes somebody has. */
  sections: { count: number | null; counted: number }
  pupils: { count: number | null; counted: number }
}
export type Counts = ReadonlyMap<string, number | null>
export interface PerkinsView {
  rows: PerkinsRow[]
  bySector: PerkinsGroup[]
  byCluster: PerkinsGroup[]
  /** By sector every code is counted once. By cluster it may be in several, and then sums exceed the total. */
  reconciled: {
    codes: number
    bySector: number
    mapped: number
    inSeveral: number
    none: number
    unmapped: number
    byCluster: number
  }
}

/** Both sides of one school year. `translations` by the key of an item; `counts` by code. Pure. */
export function perkinsView(
  world: YearWorld,
  framework: string,
  {
    translations,
    counts,
  }: { translations: ReadonlyMap<string, ItemTranslation>; counts: { sections: Counts; pupils: Counts } },
): PerkinsView {
  const rows = world.codes
    .filter(({ inForce }) => inForce !== 'no')
    .sort((a, b) => compareKeys(a.code, b.code))
    .map(code => rowOf(code, framework, translations))
  const sequences = sequencesOf({ ...world, pathways: world.pathways.filter(each => each.framework === framework) })
  const group = (
    key: string | null,
    title: string | null,
    mine: PerkinsRow[],
    of: (pathway: SequencePathway) => boolean,
  ): PerkinsGroup => {
    const states = sequences.filter(of).map(({ state }) => state)
    const count = (state: string) => states.filter(each => each === state).length
    return {
      ...{ key, title, codes: mine.length, unverified: mine.filter(({ mapped }) => mapped === 'draft').length },
      pathways: { complete: count('complete'), incomplete: count('incomplete'), unknown: count('unknown') },
      ...{ sections: summed(mine, counts.sections), pupils: summed(mine, counts.pupils) },
    }
  }
  const keysOf = <T>(found: (T | null)[]) => [...new Set(found)]
  const bySector = keysOf(rows.map(({ sector }) => sector))
    .sort(nullLast)
    .map(key =>
      group(
        key,
        null,
        rows.filter(({ sector }) => sector === key),
        pathway => sectorOf(pathway).item === key,
      ),
    )
  const titles = new Map(rows.flatMap(({ clusters }) => clusters.map(({ key, title }) => [key, title] as const)))
  const clustersOf = (item: string) => targetsOf(item, translations).map(({ key }) => key)
  const byCluster = [...[...titles.keys()].sort(compareKeys), null].map(key =>
    group(
      key,
      key === null ? null : titles.get(key)!,
      rows.filter(({ clusters }) => (key === null ? clusters.length === 0 : clusters.some(each => each.key === key))),
      ({ item }) => (key === null ? clustersOf(item).length === 0 : clustersOf(item).includes(key)),
    ),
  )
  const sum = (groups: PerkinsGroup[]) => groups.reduce((total, { codes }) => total + codes, 0)
  const are = (mapped: PerkinsRow['mapped']) => rows.filter(each => each.mapped === mapped).length
  const reconciled = {
    ...{ codes: rows.length, bySector: sum(bySector), byCluster: sum(byCluster) },
    mapped: are('accepted') + are('draft'),
    inSeveral: rows.filter(({ clusters }) => clusters.length > 1).length,
    ...{ none: are('none'), unmapped: are('unmapped') },
  }
  return { rows, bySector, byCluster, reconciled }
}

function rowOf(
  { code, title, level, inForce, places, formerly }: StandingCode,
  framework: string,
  translations: ReadonlyMap<string, ItemTranslation>,
): PerkinsRow {
  const own = places.filter(place => place.framework === framework)
  const sectors = [...new Set(own.map(place => sectorOf(place).item))]
  const first =
    formerly.map(place => sectorOf(place).item).find(sector => sectors.includes(sector)) ?? sectors[0] ?? null
  const found = new Map(own.flatMap(({ item }) => targetsOf(item, translations)).map(target => [target.key, target]))
  const clusters = [...found.values()].sort((a, b) => compareKeys(a.key, b.key))
  const looked = own.length > 0 && own.every(({ item }) => translations.get(item)?.answer === 'none')
  const mapped =
    clusters.length === 0
      ? looked
        ? 'none'
        : 'unmapped'
      : clusters.every(({ state }) => state === 'accepted')
        ? 'accepted'
        : 'draft'
  const keys = clusters.map(({ key }) => key).join(', ')
  const words = { accepted: keys, draft: `unknown (draft: ${keys})`, none: 'none', unmapped: 'unknown (unmapped)' }
  const pathways = [...new Set(own.map(({ item }) => item))].filter(item => !sectors.includes(item))
  return {
    code,
    title,
    level,
    inForce,
    sector: first,
    alsoSectors: sectors.filter(each => each !== first),
    pathways,
    clusters,
    mapped,
    cluster: words[mapped],
  }
}

/** Clusters alone: of a sub-cluster the cluster that it is in, by its key. */
function targetsOf(item: string, translations: ReadonlyMap<string, ItemTranslation>) {
  const targets = translations.get(item)?.targets ?? []
  const found = new Map<string, { key: string; title: string; state: string }>()
  for (const { item: target, state } of targets) {
    const key = target.key.split('.')[0]!
    const title = target.key === key ? target.title : (found.get(key)?.title ?? key)
    const known = found.get(key)
    found.set(key, { key, title, state: known?.state === 'accepted' ? 'accepted' : state })
  }
  return [...found.values()]
}

function summed(rows: PerkinsRow[], counts: Counts): PerkinsGroup['sections'] {
  const known = rows.filter(({ code }) => counts.has(code))
  const count = known.length === 0 ? null : known.reduce((sum, { code }) => sum + (counts.get(code) ?? 0), 0)
  return { count, counted: known.length }
}

const nullLast = (a: string | null, b: string | null): number => (a === null ? 1 : b === null ? -1 : compareKeys(a, b))
