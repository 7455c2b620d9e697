import { type CteEvent, sequenceOf } from '@cte-align/contracts'
import type { Reaction } from '@cte-align/review'
import { type ClientSession, consumeSource, type Inbox } from '@cte-align/service'
import type { FollowedRuleStore } from './followed-rules.ts'

/** Keeps which authorizations the rules admit and where those stand: a change that reaches one puts its course codes at risk. */
export const followAssignmentRules = (
  { review, ...surroundings }: Reaction,
  rules: FollowedRuleStore,
): Promise<Inbox> =>
  consumeSource({
    ...surroundings,
    durable: 'course-codes-follow-assignment-rules',
    subjects: ['cte.ctc.>'],
    source: '/cte/credentials',
    service: 'credentials',
    write: (event, session) => writeAssignmentRule({ review, rules }, event, session),
    afterCommit: async () => {
      await rules.settle()
      await review.assessPending()
    },
  })

/** Keeps the links or the rule of one event; of any other, that it is known. Used again when the flags are rebuilt. */
export async function writeAssignmentRule(
  { review, rules }: { review: Reaction['review']; rules: FollowedRuleStore },
  event: CteEvent,
  session: ClientSession,
  replaying = false,
): Promise<void> {
  if (event.type === 'cte.ctc.assignment-rule.changed') await rules.keep(event, session, replaying)
  const { added, removed } = event.type === 'cte.ctc.authorization.changed' ? event.data : { added: [], removed: [] }
  await review.links.put(session, { added, removed }, { source: event.source, sequence: sequenceOf(event) })
}
