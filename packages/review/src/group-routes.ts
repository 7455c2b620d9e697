import { Day, Dependent, Severity } from '@cte-align/contracts'
import { PageQuery, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { FlagFilter, FlagFilterBody } from './flag-filter.ts'
import { toQuery } from './flag-query.ts'
import { FlagId } from './flag-views.ts'
import { type FlagGroup, groupFlags, groupWords } from './group-flags.ts'
import { GROUPS, GroupBy } from './group-key.ts'
import type { RouteOptions } from './routes.ts'
import { FlagState } from './state-machine.ts'
import { ViewQuery } from './view-shape.ts'

const DueDay = z.object({ state: z.enum(['dated', 'unknown', 'none']), day: Day.nullable() })
const FirstFlag = z.object({
  id: FlagId,
  dependent: Dependent,
  severity: Severity,
  state: FlagState,
  due: DueDay,
})
const Group = z.object({
  key: z.string(),
  words: z.string(),
  flags: z.int(),
  bySeverity: z.object({ breaking: z.int(), review: z.int(), notice: z.int() }),
  byState: z.object({ open: z.int(), 'in-review': z.int(), returned: z.int(), resolved: z.int() }),
  due: DueDay.meta({ description: 'Earliest of those that are not resolved' }),
  first: z.array(FirstFlag).meta({ description: 'The gravest few' }),
  filter: FlagFilterBody.meta({ description: 'Gives just the flags of this group, with the filters asked by' }),
})
const Groups = z.object({
  by: GroupBy,
  several: z.boolean().meta({ description: 'A flag may lie in several groups, so that their sum may be more' }),
  items: z.array(Group),
  next: z.string().nullable(),
})

/** The queue in heaps: by what changed, by sector, by document ... */
export function groupRoutes(app: Service, { models, views, today }: RouteOptions): void {
  app.get(
    '/flags/groups',
    {
      schema: {
        operationId: 'groupFlags',
        summary: 'Flags in groups, with counts and what is due first',
        description:
          'By change, sector and class a flag may lie in several groups; `several` says so. Sectors are those that the links lead to.',
        tags: ['flags'],
        querystring: PageQuery.extend({
          ...FlagFilter.shape,
          by: GroupBy.optional().meta({ description: "Left out: the view's, else change" }),
          view: ViewQuery,
        }),
        response: { 200: Groups, ...responses(401, 404, 503) },
      },
    },
    async request => {
      const { limit, cursor, by: asked, view: id, ...given } = request.query
      const { filter, group } = await views.apply(id, given, request)
      const by = asked ?? group ?? 'change'
      const { groups, next } = await groupFlags(models, toQuery(filter, today()), {
        ...{ by, asked: filter, limit, cursor },
      })
      const words = await groupWords(models, by, groups)
      const items = groups.map(one =>
        toGroup(one, words.get(one._id)!, { ...filter, ...GROUPS[by].filter(one._id, filter) }),
      )
      return { by, several: GROUPS[by].several, items, next }
    },
  )
}

function toGroup({ _id, flags, counts, due, first }: FlagGroup, words: string, filter: z.infer<typeof FlagFilterBody>) {
  const { breaking, review, notice, open, returned, resolved } = counts
  return {
    ...{ key: _id, words, flags, filter, due: dueDay(due) },
    bySeverity: { breaking, review, notice },
    byState: { open, 'in-review': counts['in-review'], returned, resolved },
    first: first.map(flag => ({ ...flag, due: dueDay(flag.due) })),
  }
}

function dueDay(sort: string): z.infer<typeof DueDay> {
  if (sort === 'unknown') return { state: 'unknown', day: null }
  return sort === 'without' ? { state: 'none', day: null } : { state: 'dated', day: sort }
}
