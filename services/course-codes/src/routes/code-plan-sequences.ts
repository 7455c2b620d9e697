import type { Bus } from '@cte-align/bus'
import { makeLinks } from '@cte-align/review'
import { responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { type CodePlanStore, requireDraft } from '../plans/code-plans.ts'
import { decidedIn } from '../plans/decide.ts'
import { breaksOf, planSequences } from '../plans/plan-sequences.ts'
import { wishesOf } from '../plans/publish-plan.ts'
import type { SequenceReader } from '../sequences/sequence-catalogue.ts'
import { countPairs, Finding, NOTE, Pair, SequenceShape, showPair, showSequence } from '../sequences/shapes.ts'
import { PlanKey } from './code-plan-shapes.ts'
import { tags } from './code-plans.ts'

const Answer = z.object({
  from: z.string().meta({ description: 'The school year before, which the plan leaves as it is' }),
  to: z.string().meta({ description: 'The school year of the plan' }),
  findings: z.array(Finding.extend({ already: z.boolean().meta({ description: 'So without the plan too' }) })),
  pairs: z.array(Pair),
  counts: z.object({
    breaks: z
      .int()
      .meta({ description: 'Certain breaks that the plan brings; a pathway that all codes have left is none' }),
    pairs: z.object({ holds: z.int(), breaks: z.int(), unknown: z.int() }),
  }),
  before: z.array(SequenceShape).meta({ description: 'Sequences of the pathways that it touches, as they stand' }),
  after: z.array(SequenceShape).meta({ description: 'The same if the plan is published' }),
  unplaced: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .meta({ description: 'Items of new codes that are not there: such codes are on no pathway here' }),
  note: z.string(),
})

/** What a draft would do to sequences: the question that its check leaves open. */
export function codePlanSequenceRoutes(
  app: Service,
  {
    plans,
    bus,
    sequences,
  }: { plans: Pick<CodePlanStore, 'find'>; bus: Pick<Bus, 'request'>; sequences: SequenceReader },
): void {
  app.get(
    '/code-plans/:id/sequences',
    {
      schema: {
        operationId: 'readCodePlanSequences',
        tags,
        summary: 'Whether the sequences that a plan touches hold once it is published; writes nothing',
        params: PlanKey,
        response: { 200: Answer, ...responses(404, 409, 503) },
      },
    },
    async ({ params, correlationId }) => {
      const plan = await plans.find(params.id)
      requireDraft(plan)
      const { links, faults } = await makeLinks(bus, wishesOf(plan), { correlationId })
      const { years, findings, pairs, before, after } = planSequences(await sequences.read(), {
        ...{ schoolYear: plan.schoolYear, entries: decidedIn(plan) },
        links: links.filter(link => link !== null),
      })
      const breaks = breaksOf({ findings, after }).length
      return {
        ...{ ...years, findings, pairs: pairs.map(showPair), counts: { breaks, pairs: countPairs(pairs) } },
        ...{ before: before.map(showSequence), after: after.map(showSequence), unplaced: faults, note: NOTE },
      }
    },
  )
}
