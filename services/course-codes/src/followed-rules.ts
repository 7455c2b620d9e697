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

  /** A row's id takes away all its edges but those given now: a twin that is one no longer goes. */
  const putEdges = (session: ClientSession, given: { rule: FollowedRule; courseCode: Dependent }[], sequence: number) =>
    review.rules.put(
      session,
      {
        added: given.flatMap(({ rule, courseCode }) => ruleEdgesOf(rule.said, courseCode)),
        removed: given.map(({ rule }) => rule._id),
      },
      { source: CREDENTIALS, sequence },
    )

  return {
    /**
     * Keeps what an event says; its edges too, where the course code is known. A repeat or a late copy does no harm: what was
     * said after it stands. Only a replay of the whole log says that anew by itself.
     */
    async keep(
      event: CteEvent & { type: 'cte.ctc.assignment-rule.changed' },
      session: ClientSession,
      replaying = false,
    ): Promise<void> {
      const { id, courseCode } = event.data.rule
      const before = await rules.findById(id, null, { session }).lean()
      const known = await courseCodes.findById(courseCode, null, { session }).lean()
      const rule = { _id: id, courseCode, said: event.data, sequence: sequenceOf(event), settled: known !== null }
      const isLate = before !== null && before.sequence > rule.sequence
      const standing = isLate && !replaying ? [rule, before] : [rule]
      for (const each of known === null ? [] : standing)
        await putEdges(session, [{ rule: each, courseCode: dependentOf(known!) }], each.sequence)
      if (isLate) return
      await rules.replaceOne({ _id: id }, rule, { session, upsert: true })
    },
    /**
     * Makes the edges that wait for a course code that is there by now. Called after each commit on either side, for rule
     * and course code may arrive at one moment, each not seeing the other; and at start.
     */
    async settle(): Promise<void> {
      const waiting = await rules.find({ settled: false }).sort({ _id: 1 }).lean()
      const codes = { _id: { $in: waiting.map(rule => rule.courseCode) } }
      const known = new Map((await courseCodes.find(codes).lean()).map(row => [row._id, dependentOf(row)]))
      const ready = waiting.flatMap(rule => {
        const courseCode = known.get(rule.courseCode)
        return courseCode === undefined ? [] : [{ rule, courseCode }]
      })
      for (const batch of inBatches(ready))
        await db.transaction(async session => {
          // All of it was heard before now, so what is heard later has a higher number.
          await putEdges(session, batch, Math.max(...batch.map(({ rule }) => rule.sequence)))
          const done = batch.map(({ rule: { _id, sequence } }) => ({
            updateOne: { filter: { _id, sequence }, update: { $set: { settled: true } } },
          }))
          await rules.bulkWrite(done, { session })
        })
    },
    of: (courseCode: string): Promise<FollowedRule[]> => rules.find({ courseCode }).sort({ _id: 1 }).lean().exec(),
  }
}
export type FollowedRuleStore = ReturnType<typeof createFollowedRuleStore>
