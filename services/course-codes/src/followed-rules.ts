import { type CteEvent, type Dependent, sequenceOf } from '@cte-align/contracts'
import { type Review, ruleEdgesOf } from '@cte-align/review'
import { type ClientSession, type Database, inBatches } from '@cte-align/service'
import type { CatalogueModels } from './catalogue.ts'
import { dependentOf } from './course-code.ts'
import type { FollowedRule } from './followed-rule.ts'

const CREDENTIALS = '/cte/credentials' as const

/** CTC's rules as they are known here, and the edges that the review gets of them. */
export function createFollowedRuleStore({
  db,
  models,
  review,
}: {
  db: Database
  models: CatalogueModels
  review: Review
}) {
  const { rules, courseCodes } = models

  const putEdges = (session: ClientSession, { _id, said }: FollowedRule, courseCode: Dependent, sequence: number) =>
    // A row's id takes away all its edges but those given now: a twin that is one no longer goes.
    review.rules.put(
      session,
      { added: ruleEdgesOf(said, courseCode), removed: [_id] },
      { source: CREDENTIALS, sequence },
    )

  return {
    /** Keeps what an event says; its edges too, where the course code is known. A repeat or a late copy does no harm. */
    async keep(event: CteEvent & { type: 'cte.ctc.assignment-rule.changed' }, session: ClientSession): Promise<void> {
      const { id, courseCode } = event.data.rule
      const known = await courseCodes.findById(courseCode, null, { session }).lean()
      const row = { _id: id, courseCode, said: event.data, sequence: sequenceOf(event), settled: known !== null }
      if (known !== null) await putEdges(session, row, dependentOf(known), row.sequence)
      const before = await rules.findById(id, null, { session }).lean()
      if (before !== null && before.sequence > row.sequence) return
      await rules.replaceOne({ _id: id }, row, { session, upsert: true })
    },
    /**
     * Makes the edges that wait for a course code that is there by now. Called after each commit on either side, for rule
     * and course code may arrive at one moment, each not seeing the other; and at start.
     */
    async settle(): Promise<void> {
      const waiting = await rules.find({ settled: false }).sort({ _id: 1 }).lean()
      const codes = { _id: { $in: waiting.map(rule => rule.courseCode) } }
      const known = new Map((await courseCodes.find(codes).lean()).map(row => [row._id, dependentOf(row)]))
      const ready = waiting.filter(rule => known.has(rule.courseCode))
      for (const batch of inBatches(ready))
        await db.transaction(async session => {
          for (const rule of batch) {
            await putEdges(session, rule, known.get(rule.courseCode)!, rule.sequence)
            await rules.updateOne({ _id: rule._id, sequence: rule.sequence }, { settled: true }, { session })
          }
        })
    },
    /** Edges bear the course code's name, so they change with it. */
    async rename(session: ClientSession, courseCode: Dependent): Promise<void> {
      const reached = (await review.positions())[CREDENTIALS] ?? 0
      const settled = await rules.find({ courseCode: courseCode.key, settled: true }, null, { session }).lean()
      for (const rule of settled) await putEdges(session, rule, courseCode, Math.max(rule.sequence, reached))
    },
    of: (courseCode: string): Promise<FollowedRule[]> => rules.find({ courseCode }).sort({ _id: 1 }).lean().exec(),
  }
}
export type FollowedRuleStore = ReturnType<typeof createFollowedRuleStore>
