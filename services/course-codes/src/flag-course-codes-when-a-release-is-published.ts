import type { Reaction } from '@cte-align/review'
import { consumeSource, type Inbox } from '@cte-align/service'

/** Keeps what standards publishes and, once a release is complete, flags every course code that it reaches. */
export const flagCourseCodesWhenAReleaseIsPublished = ({ review, ...surroundings }: Reaction): Promise<Inbox> =>
  consumeSource({
    ...surroundings,
    durable: 'course-codes-flag-course-codes',
    subjects: ['cte.cde.>'],
    source: '/cte/standards',
    service: 'standards',
    write: review.writeStandards,
    afterCommit: review.assessPending,
  })
