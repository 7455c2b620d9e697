import { Change, ItemKind, ItemRef, RelationState, ReleaseId, Slug } from '@cte-align/contracts'
import { compareKeys } from '@cte-align/impact'
import { decodeCursor, encodeCursor, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { EndCoverage, Stale } from '../coverage.ts'
import { CrosswalkParams } from './crosswalks.ts'

const CARDINALITIES = ['one-to-one', 'one-to-many', 'many-to-one', 'many-to-many'] as const
const ANSWERS = ['mapped', 'none', 'unmapped'] as const
const Counts = z.record(z.string(), z.int())
const EndView = z.object({
  framework: Slug,
  release: ReleaseId.nullable(),
  kinds: z.array(ItemKind).meta({ description: 'The kinds that the crosswalk maps at this end' }),
  items: z.int(),
  answers: Counts.meta({ description: 'mapped, none (somebody said so), unmapped (nobody said anything)' }),
  cardinality: Counts.meta({ description: 'Of the mapped ones, read from the `from` end to the `to` end' }),
  surest: Counts.meta({ description: 'Of the mapped ones and the nones: the state of the surest relation' }),
})
const CoverageView = z.object({
  crosswalk: Slug,
  ends: z.object({ from: EndView, to: EndView }),
  relations: z.object({ total: z.int(), byState: Counts, combination: z.int(), approximate: z.int(), stale: z.int() }),
})
const ItemView = z.object({
  item: ItemRef,
  answer: z.enum(ANSWERS),
  cardinality: z.enum(CARDINALITIES).nullable(),
  counterparts: z.int(),
  surest: RelationState.nullable(),
})
const StaleView = z.object({
  relation: z.string(),
  state: RelationState,
  from: ItemRef,
  to: ItemRef.nullable(),
  end: z.enum(['from', 'to']),
  item: ItemRef.meta({ description: 'As it is now' }),
  pinned: ReleaseId,
  head: ReleaseId,
  changes: z
    .array(Change.pick({ id: true, release: true, class: true, aspect: true, rule: true }))
    .meta({ description: 'What changed at this end since' }),
})
const tags = ['crosswalks']
const Place = z.tuple([z.string(), z.string()])

/** What a crosswalk covers: in numbers, item by item, and what releases have overtaken. */
export function coverageRoutes(app: Service, { relations, coverage }: App): void {
  app.get(
    '/crosswalks/:key/coverage',
    {
      schema: {
        tags,
        operationId: 'readCoverage',
        summary: 'What a crosswalk covers, in numbers',
        params: CrosswalkParams,
        response: { 200: CoverageView, ...responses(404, 503) },
      },
    },
    async request => {
      const found = await coverage.of(await relations.crosswalk(request.params.key))
      return {
        crosswalk: request.params.key,
        ends: { from: endView(found.ends.from), to: endView(found.ends.to) },
        relations: {
          total: found.relations.length,
          byState: countOf(found.relations.map(({ state }) => state)),
          combination: found.relations.filter(each => each.combination).length,
          approximate: found.relations.filter(each => each.approximate).length,
          stale: new Set(found.stale.map(({ relation }) => relation._id)).size,
        },
      }
    },
  )

  app.get(
    '/crosswalks/:key/coverage/items',
    {
      schema: {
        tags,
        operationId: 'listCoveredItems',
        summary: 'Item by item: mapped, none or unmapped',
        params: CrosswalkParams,
        querystring: PageQuery.extend({
          end: z.enum(['from', 'to']).default('from'),
          answer: z.enum(ANSWERS).optional(),
          cardinality: z.enum(CARDINALITIES).optional(),
          surest: RelationState.optional(),
        }),
        response: { 200: pageOf(ItemView), ...responses(404, 503) },
      },
    },
    async request => {
      const { end, answer, cardinality, surest, limit, cursor } = request.query
      const { ends } = await coverage.of(await relations.crosswalk(request.params.key))
      const after = cursor === undefined ? null : decodeCursor(Place, cursor)
      const rest = ends[end].items.filter(
        each =>
          (answer === undefined || each.answer === answer) &&
          (cardinality === undefined || each.cardinality === cardinality) &&
          (surest === undefined || each.surest === surest) &&
          (after === null || (compareKeys(each.ref.key, after[0]) || (each.id > after[1] ? 1 : -1)) > 0) &&
          (after === null || each.id !== after[1]),
      )
      const page = rest.slice(0, limit)
      const last = page.at(-1)
      return {
        items: page.map(({ ref, ...each }) => ({ item: ref, ...each })),
        next: rest.length > limit && last ? encodeCursor([last.ref.key, last.id]) : null,
      }
    },
  )

  app.get(
    '/crosswalks/:key/coverage/stale',
    {
      schema: {
        tags,
        operationId: 'listStaleRelations',
        summary: 'Relations of which an end has changed since it was read',
        params: CrosswalkParams,
        querystring: PageQuery,
        response: { 200: pageOf(StaleView), ...responses(404, 503) },
      },
    },
    async request => {
      const { limit, cursor } = request.query
      const { stale } = await coverage.of(await relations.crosswalk(request.params.key))
      const after = cursor === undefined ? '' : decodeCursor(z.string(), cursor)
      const rest = stale.filter(({ relation, end }) => `${relation._id} ${end}` > after)
      const page = rest.slice(0, limit)
      const changes = page.length === 0 ? new Map<Stale, Change[]>() : await coverage.changesSince(page)
      const last = page.at(-1)
      return {
        items: page.map(each => ({
          ...{ relation: each.relation._id, state: each.relation.state, from: each.relation.from },
          ...{ to: each.relation.to, end: each.end, item: each.ref, pinned: each.pinned, head: each.head },
          changes: (changes.get(each) ?? []).map(({ id, release, class: named, aspect, rule }) => ({
            ...{ id, release, class: named, aspect, rule },
          })),
        })),
        next: rest.length > limit && last ? encodeCursor(`${last.relation._id} ${last.end}`) : null,
      }
    },
  )
}

const endView = ({ framework, release, kinds, items }: EndCoverage): z.infer<typeof EndView> => ({
  ...{ framework, kinds, items: items.length },
  release: release.endsWith('@0') ? null : release,
  answers: countOf(items.map(({ answer }) => answer)),
  cardinality: countOf(items.flatMap(({ cardinality }) => (cardinality === null ? [] : [cardinality]))),
  surest: countOf(items.flatMap(({ surest }) => (surest === null ? [] : [surest]))),
})

function countOf(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
