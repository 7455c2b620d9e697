import { ItemKey, ItemKind, ItemRef, RelationState } from '@cte-align/contracts'
import { findItem, refOf } from '@cte-align/impact'
import { responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { RelationDoc } from '../crosswalk.ts'
import { problem } from '../errors.ts'
import { suggest } from '../suggest.ts'
import { CrosswalkParams } from './crosswalks.ts'

const SuggestionView = z.object({
  item: ItemRef,
  score: z.number().meta({ description: 'Higher is more alike; comparable within this answer alone' }),
  words: z.array(z.object({ word: z.string(), fields: z.array(z.string()) })),
  relation: z
    .object({ id: z.string(), state: RelationState })
    .nullable()
    .meta({ description: 'What is said of the two already' }),
})

/** Counterparts that read alike. A suggestion is no relation: a person drafts one from it, or does not. */
export function suggestionRoutes(app: Service, { models, relations, frameworks, trees }: App): void {
  app.get(
    '/crosswalks/:key/suggestions',
    {
      schema: {
        tags: ['crosswalks'],
        operationId: 'suggestCounterparts',
        summary: 'Items of the other framework that read like this one',
        description:
          'Ranked by their words. Nothing is written; POST .../relations with `suggested` makes a draft of one.',
        params: CrosswalkParams,
        querystring: z.strictObject({
          item: ItemKey.min(1).meta({ description: 'Natural key or id' }),
          direction: z.enum(['forward', 'back']).default('forward'),
          kind: ItemKind.optional().meta({ description: 'Of the candidates; default: what the crosswalk maps there' }),
          limit: z.coerce.number().int().min(1).max(50).default(10),
        }),
        response: { 200: z.object({ item: ItemRef, items: z.array(SuggestionView) }), ...responses(404, 503) },
      },
    },
    async request => {
      const { item: target, direction, kind, limit } = request.query
      const crosswalk = await relations.crosswalk(request.params.key)
      const [from, to] = direction === 'forward' ? [crosswalk.from, crosswalk.to] : [crosswalk.to, crosswalk.from]
      const at = async (framework: string) => {
        const number = await frameworks.releaseFor(framework, {})
        return { number, tree: await trees.at(framework, number) }
      }
      const [home, other] = [await at(from), await at(to)]
      const item = findItem(home.tree, target)
      if (item === undefined) throw problem('CTE_NO_SUCH_ITEM', { item: target, where: `${from}@${home.number}` })
      const standing = await models.Relation.find({
        crosswalk: crosswalk._id,
        removedIn: null,
        $or: [{ 'from.id': item.id }, { 'to.id': item.id }],
      }).lean<RelationDoc[]>()
      const kinds = new Set(kind === undefined ? await kindsMapped(crosswalk._id, to) : [kind])
      if (kinds.size === 0) for (const each of other.tree.items.values()) if (each.parent === null) kinds.add(each.kind)
      const said = ({ id }: ItemRef) => {
        const found = standing.find(doc => doc.from.id === id || doc.to?.id === id)
        return found === undefined ? null : { id: found._id, state: found.state }
      }
      return {
        item: refOf(home.tree, item.id),
        items: suggest(item, home.tree, { tree: other.tree, kinds, limit }).map(({ ref, score, words }) => ({
          ...{ item: ref, score, words, relation: said(ref) },
        })),
      }
    },
  )

  async function kindsMapped(crosswalk: string, framework: string): Promise<ItemKind[]> {
    const standing = { crosswalk, removedIn: null }
    const [from, to] = await Promise.all([
      models.Relation.distinct('from.kind', { ...standing, 'from.framework': framework }),
      models.Relation.distinct('to.kind', { ...standing, 'to.framework': framework }),
    ])
    return [...from, ...to] as ItemKind[]
  }
}
