import type { ItemRef, Link } from '@cte-align/contracts'
import {
  type CodeChangeGiven,
  compareKeys,
  leavesItsCodes,
  type PlacedCode,
  type SequencePathway,
} from '@cte-align/impact'
import type { Review } from '@cte-align/review'
import type { CatalogueModels } from '../catalogue.ts'
import { asOfYear } from '../code-sets/as-of.ts'
import type { StoredCourseCode } from '../course-code.ts'
import { problem } from './errors.ts'

export interface SequenceCatalogue {
  pathways: SequencePathway[]
  codes: PlacedCode[]
  /** By the titles and levels that they had in a school year. */
  codesIn(schoolYear: string): PlacedCode[]
  /** Published: what became of codes, from which year. */
  codeChanges: CodeChangeGiven[]
  /** Titles of pathways as the standards have them, by `framework:item`: as flags name them. */
  titles: ReadonlyMap<string, string>
}

/** Reads what sequences are made of: a thousand rows at most, so that every question is asked of one picture. */
export function createSequenceCatalogue({ models, review }: { models: CatalogueModels; review: Review }) {
  return {
    async read(): Promise<SequenceCatalogue> {
      const [rows, courseCodes, links, published] = await Promise.all([
        models.pathways.find().sort({ _id: 1 }).lean(),
        models.courseCodes.find().sort({ _id: 1 }).lean(),
        review.links.own(),
        models.codeChanges.find().sort({ _id: 1 }).lean(),
      ])
      const containers = links.flatMap(link => containerOf(link) ?? [])
      const now = keysNow(courseCodes, links)
      const listed = rows.map(({ framework, item, name, code }) => ({
        framework,
        item: now.get(placeKey(framework, item)) ?? item,
        name,
        code,
      }))
      const byCode = Map.groupBy(links, ({ dependent }) => dependent.key)
      const codesOf = (rows: StoredCourseCode[]) => rows.map(row => placed(row, byCode.get(row._id) ?? []))
      return {
        pathways: [...listed, ...unlisted(listed, containers)].sort(byPlace),
        codes: codesOf(courseCodes),
        codesIn: schoolYear => codesOf(courseCodes.map(row => asOfYear(row, schoolYear))),
        codeChanges: published
          .filter(change => change.to.length > 0 || leavesItsCodes(change))
          .map(({ from, to, schoolYear, successor }) => ({ from, to, schoolYear, successor })),
        titles: new Map(containers.map(({ framework, key, title }) => [placeKey(framework, key), title])),
      }
    },
  }
}
export type SequenceReader = ReturnType<typeof createSequenceCatalogue>

export const placeKey = (framework: string, item: string): string => `${framework}:${item}`

/** The pathway that is named. Where no framework is, its key must name one alone. Throws CTE_PATHWAY_UNKNOWN. */
export function pathwayNamed(
  pathways: SequencePathway[],
  { framework, pathway: item, path }: { framework?: string | undefined; pathway: string; path: string },
): SequencePathway {
  const found = pathways.filter(each => each.item === item && (framework === undefined || each.framework === framework))
  if (found.length === 1) return found[0]!
  const message = found.length === 0 ? 'names no pathway here' : 'names a pathway in several frameworks'
  throw problem('CTE_PATHWAY_UNKNOWN', { item }, { errors: [{ path, message }] })
}

/** The pathway (or sub-cluster) that a link hangs on or in; else its top-level item. */
export function containerOf({ item, lineage }: Link): ItemRef | undefined {
  if (item === null) return undefined
  const chain = [item, ...lineage]
  return chain.find(({ kind }) => kind === 'pathway' || kind === 'sub-cluster') ?? chain.at(-1)
}

/** Keys of items that have another since the data came: a release has recoded them, and links have followed. */
function keysNow(rows: StoredCourseCode[], links: Link[]): Map<string, string> {
  const byId = new Map(links.map(({ id, item }) => [id, item]))
  const now = new Map<string, string>()
  for (const { links: notes = [] } of rows)
    for (const { id, framework, item, itemId } of notes) {
      const link = byId.get(id)
      if (item !== null && link && link.id === itemId) now.set(placeKey(framework, item), link.key)
    }
  return now
}

function placed(row: StoredCourseCode, links: Link[]): PlacedCode {
  const { code, title, level, effectiveFrom, effectiveTo, alignments, pathwayBasis } = row
  return {
    ...{ code, title, level, effectiveFrom, effectiveTo },
    places: links.flatMap(link => {
      const container = containerOf(link)
      return container === undefined
        ? []
        : [{ framework: container.framework, item: container.key, verified: link.verified }]
    }),
    formerly: alignments.flatMap(({ framework, item }) => (item === null ? [] : [{ framework, item }])),
    spansStrands: pathwayBasis?.startsWith('unknown') ?? false,
  }
}

/** Pathways that codes hang on and that no list of CALPADS names yet: what a published split leads to. */
export function unlisted(listed: SequencePathway[], containers: ItemRef[]): SequencePathway[] {
  const known = new Set(listed.map(({ framework, item }) => placeKey(framework, item)))
  const found = containers.filter(
    ({ framework, key, kind }) => kind !== 'sector' && kind !== 'cluster' && !known.has(placeKey(framework, key)),
  )
  const once = new Map(
    found.map(({ framework, key, title }) => [
      placeKey(framework, key),
      { framework, item: key, name: title, code: null },
    ]),
  )
  return [...once.values()]
}

export const byPlace = (a: SequencePathway, b: SequencePathway): number =>
  compareKeys(a.framework, b.framework) || compareKeys(a.item, b.item)
