import { type CteEvent, sequenceOf } from '@cte-align/contracts'
import type { Reaction, Review } from '@cte-align/review'
import { type ClientSession, consumeSource, type Inbox } from '@cte-align/service'

/** Keeps where the course codes stand: a change that reaches one puts the rules at risk by which it admits authorizations. */
export const followCourseCodes = ({ review, ...surroundings }: Reaction): Promise<Inbox> =>
  consumeSource({
    ...surroundings,
    durable: 'credentials-follow-course-codes',
    subjects: ['cte.calpads.>'],
    source: '/cte/course-codes',
    service: 'course-codes',
    write: (event, session) => writeCourseCode(review, event, session),
    afterCommit: review.assessPending,
  })

/** Keeps the links of one event; of any other, that it is known. Used again when the flags are rebuilt. */
export async function writeCourseCode(review: Review, event: CteEvent, session: ClientSession): Promise<void> {
  const { added, removed } = event.type === 'cte.calpads.course-code.changed' ? event.data : { added: [], removed: [] }
  await review.links.put(session, { added, removed }, { source: event.source, sequence: sequenceOf(event) })
}
