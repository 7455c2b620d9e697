import {
  CrosswalkRelation,
  ItemKey,
  ItemRef,
  Relation,
  RelationState,
  ReleaseId,
  Slug,
  Successors,
} from '@cte-align/contracts'
import { type ChainStep, compareKeys } from '@cte-align/impact'
import { decodeCursor, encodeCursor, PageQuery, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { chainTo, chainVia, type Link, LONGEST_CHAIN } from '../chain.ts'
import type { CrosswalkDoc } from '../crosswalk.ts'
import { problem } from '../errors.ts'
import type { Translated } from '../translate.ts'
import { CrosswalkParams } from './crosswalks.ts'

const Named = ItemRef.extend({
  release: ReleaseId,
  status: z.enum(['active', 'retired']),
  successors: Successors.nullable().meta({ description: 'Of a retired item: what takes over' }),
})
const marks = CrosswalkRelation.pick({ pinned: true, originalWord: true, combination: true, approximate: true })
const Step = z.object({
  edge: z.enum(['across', 'down', 'up']),
  item: ItemRef.meta({ description: 'Where the step leads' }),
  relation: Relation.meta({ description: 'Read in the direction of travel' }),
  across: marks
    .extend({ crosswalk: Slug, id: z.string(), state: RelationState, provenance: CrosswalkRelation.shape.provenance })
    .nullable()
    .meta({ description: 'The relation, as it stands in its crosswalk; null within a framework' }),
})
const Target = z.object({
  item: Named,
  relation: Relation.meta({ description: 'Of the whole way: related where the steps together are not clear' }),
  state: RelationState.meta({ description: 'The least sure on the way' }),
  unverified: z.boolean().meta({ description: 'Not all of the way is accepted' }),
  approximate: z.boolean(),
  ways: z.int().meta({ description: 'How many ways lead there; the surest is shown' }),
  path: z.array(Step),
})
const Answer = z.object({
  item: Named,
  answer: z.enum(['mapped', 'none', 'unmapped']),
  says: z.string().meta({ description: 'The answer in words' }),
  chain: z.array(z.object({ crosswalk: Slug, from: Slug, to: Slug })),
  targets: z.array(Target),
  total: z.int(),
  ends: z
    .array(z.object({ item: ItemRef, crosswalk: Slug, answer: z.enum(['none', 'unmapped']) }))
    .meta({ description: 'Where the way does not go on (the first hundred)' }),
  next: z.string().nullable(),
})
const item = ItemKey.min(1).meta({ description: 'Natural key or id; a retired item translates too' })
const release = z.coerce
  .number()
  .int()
  .min(1)
  .max(1_000_000)
  .optional()
  .meta({ description: 'Release in which to find the item; default the newest' })
const Place = z.tuple([z.string(), z.string()])
const tags = ['crosswalks']

/** What an item of one framework is in another: over one crosswalk, or over a chain of them. */
export function translateRoutes(app: Service, { models, relations, frameworks, translate }: App): void {
  app.get(
    '/crosswalks/:key/translate',
    {
      schema: {
        tags,
        operationId: 'translateItem',
        summary: 'Translate an item over a crosswalk, forward or back',
        description:
          'By the relations of the item alone; `within=tree` takes those of what is below (or above) it too.',
        params: CrosswalkParams,
        querystring: PageQuery.extend({
          item,
          release,
          direction: z.enum(['forward', 'back']).default('forward'),
          within: z.enum(['item', 'tree']).default('item'),
        }),
        response: { 200: Answer, ...responses(404, 503) },
      },
    },
    async request => {
      const { direction, within, ...asked } = request.query
      const crosswalk = await relations.crosswalk(request.params.key)
      const [from, to] = direction === 'forward' ? [crosswalk.from, crosswalk.to] : [crosswalk.to, crosswalk.from]
      const chain = [{ crosswalk, from, to, back: direction === 'back' }]
      return answered(await translate(chain, { ...asked, within }), chain, asked)
    },
  )

  app.get(
    '/translate',
    {
      schema: {
        tags,
        operationId: 'translateChain',
        summary: 'Translate an item over a chain of crosswalks',
        description: `Name the crosswalks (via), or where to go (to): then the shortest chain of at most ${LONGEST_CHAIN} is taken.`,
        querystring: PageQuery.extend({
          framework: Slug,
          item,
          release,
          via: z
            .string()
            .regex(/^[a-z0-9-]+(?:,[a-z0-9-]+){0,3}$/, 'must be 1 to 4 keys of crosswalks with commas between them')
            .max(260)
            .optional(),
          to: Slug.optional(),
        }),
        response: { 200: Answer, ...responses(404, 422, 503) },
      },
    },
    async request => {
      const { framework, via, to, ...asked } = request.query
      if ((via === undefined) === (to === undefined)) throw problem('CTE_CHAIN_UNSAID')
      await frameworks.get(framework)
      if (to !== undefined) await frameworks.get(to)
      const chain =
        via === undefined
          ? chainTo(framework, to!, await models.Crosswalk.find().lean<CrosswalkDoc[]>())
          : chainVia(framework, await Promise.all(via.split(',').map(key => relations.crosswalk(key))))
      return answered(await translate(chain, { ...asked, within: 'tree' }), chain, asked)
    },
  )
}

function answered(
  found: Translated,
  chain: Link[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): z.infer<typeof Answer> {
  const after = cursor === undefined ? null : decodeCursor(Place, cursor)
  const rest = after === null ? found.targets : found.targets.filter(({ ref }) => isAfter(ref, after))
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return {
    item: named(found.ref, found.item, found.release),
    answer: found.answer,
    says: inWords(found, chain),
    chain: chain.map(({ crosswalk, from, to }) => ({ crosswalk: crosswalk._id, from, to })),
    targets: page.map(({ ref, item: target, release: at, way }) => ({
      item: named(ref, target, at),
      relation: way.relation,
      state: way.state,
      unverified: way.state !== 'accepted',
      approximate: way.approximate,
      ways: way.count,
      path: pathOf(way.steps, chain, found.nameOf),
    })),
    total: found.targets.length,
    ends: found.ends.slice(0, 100).map(({ ref, crosswalk, answer }) => ({ item: ref, crosswalk, answer })),
    next: rest.length > limit && last ? encodeCursor([last.ref.key, last.ref.id]) : null,
  }
}

const isAfter = (ref: ItemRef, [key, id]: z.infer<typeof Place>): boolean =>
  (compareKeys(ref.key, key) || (ref.id < id ? -1 : Number(ref.id > id))) > 0

const named = (ref: ItemRef, { status, retirement }: Translated['item'], at: string): z.infer<typeof Named> => ({
  ...ref,
  release: at,
  status,
  successors: retirement?.successors ?? null,
})

/** The steps of a way with the names of today: each crosswalk leads from one framework of the chain to the next. */
function pathOf(steps: readonly ChainStep[], chain: Link[], nameOf: Translated['nameOf']): z.infer<typeof Step>[] {
  let links = 0
  return steps.map(step => {
    const { edge, relation } = step
    if (edge !== 'across') return { edge, relation, item: nameOf(chain[links]!.from, step.item), across: null }
    const { id, crosswalk, state, pinned, originalWord, combination, approximate, provenance } = step.by
    const across = { id, crosswalk, state, pinned, originalWord, combination, approximate, provenance }
    return { edge, relation, item: nameOf(chain[links++]!.to, step.item), across }
  })
}

function inWords({ ref, item: { status, retirement }, answer, targets }: Translated, chain: Link[]): string {
  const where = `${chain.at(-1)!.to} over ${chain.map(({ crosswalk }) => crosswalk._id).join(', ')}`
  const gone = status === 'retired' ? ` It is retired; ${successorsInWords(retirement?.successors ?? 'unknown')}.` : ''
  if (answer === 'none') return `${ref.key} has no counterpart in ${where}: somebody looked and said so.${gone}`
  if (answer === 'unmapped') return `${ref.key} is unmapped in ${where}: nobody has said anything.${gone}`
  const unverified = targets.filter(({ way }) => way.state !== 'accepted').length
  const doubt = unverified === 0 ? '' : `, ${unverified} of them unverified`
  return `${ref.key} leads to ${targets.length} in ${where}${doubt}.${gone}`
}

const successorsInWords = (successors: Successors): string =>
  typeof successors === 'string'
    ? `successors: ${successors}`
    : `${successors.map(({ key }) => key).join(', ')} take over`
