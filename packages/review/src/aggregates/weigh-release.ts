import type { ItemRef, Severity } from '@cte-align/contracts'
import { byWeight, compareKeys, type Weighed, type Weights, weigh } from '@cte-align/impact'
import { problem } from '../errors.ts'
import type { FlagDoc } from '../models/flag.ts'
import type { ReviewModels } from '../models/models.ts'
import type { Releases } from '../releases.ts'
import type { LinkStore } from '../surroundings.ts'
import type { AggregateStore } from './aggregates.ts'
import type { CountedKind, Measure } from './models.ts'

export interface WeighedFlag extends Weighed {
  flag: string
  title: string
  state: string
}
export interface ReleaseWeights extends Weights {
  /** Null where nothing is loaded for the measure at all. */
  schoolYear: string | null
  flags: WeighedFlag[]
}

/** The flags of a release with what hangs on their dependents, the heaviest first. The flags themselves stay as they are. */
export function createWeighing({
  models,
  releases,
  links,
  aggregates,
  kind,
}: {
  models: ReviewModels
  releases: Releases
  links: LinkStore
  aggregates: AggregateStore
  kind: CountedKind
}) {
  return async (
    release: string,
    {
      measure,
      schoolYear: asked,
      severity,
    }: { measure: Measure; schoolYear?: string | undefined; severity?: Severity | undefined },
  ): Promise<ReleaseWeights> => {
    if ((await releases.find(release)) === null) throw problem('CTE_NO_SUCH_ASSESSMENT', { id: release })
    const where = { 'release.id': release, 'dependent.kind': kind, ...(severity !== undefined && { severity }) }
    const fields = { dependent: 1, severity: 1, state: 1 }
    const found = await models.Flag.find(where, fields).lean<
      Pick<FlagDoc, '_id' | 'dependent' | 'severity' | 'state'>[]
    >()
    const schoolYear = asked ?? (await aggregates.newestYear(measure))
    const keys = found.map(({ dependent }) => dependent.key)
    const standing = schoolYear === null ? [] : await aggregates.standing({ keys, schoolYear, measure })
    const counts = new Map(standing.map(each => [each.key, each]))
    const placeOf = placesBy(await links.own())
    const flags = found.map(({ _id, dependent: { key, title }, severity, state }): WeighedFlag => {
      const { count = null, suppressed = false } = counts.get(key) ?? {}
      return { flag: _id, key, title, state, severity, ...placeOf(key), count, suppressed }
    })
    return { schoolYear, ...weigh(flags), flags: flags.sort(byWeight) }
  }
}

/** The sectors and pathways that a dependent hangs on or in, by their keys. */
function placesBy(links: Awaited<ReturnType<LinkStore['own']>>) {
  const byKey = Map.groupBy(links, ({ dependent }) => dependent.key)
  return (key: string) => {
    const chains = (byKey.get(key) ?? []).flatMap(({ item, lineage }) => (item === null ? [] : [[item, ...lineage]]))
    const keys = (items: (ItemRef | undefined)[]) =>
      [...new Set(items.flatMap(item => (item === undefined ? [] : [item.key])))].sort(compareKeys)
    return {
      sectors: keys(chains.map(chain => chain.at(-1))),
      pathways: keys(chains.map(chain => chain.find(({ kind }) => kind === 'pathway' || kind === 'sub-cluster'))),
    }
  }
}
