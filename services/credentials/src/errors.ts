import { defineErrors } from '@cte-align/service'

export const problem = defineErrors({
  CTE_NO_SUCH_AUTHORIZATION: {
    status: 404,
    title: 'No such authorization',
    message: 'There is no authorization {key}',
  },
  CTE_NO_SUCH_DOCUMENT: { status: 404, title: 'No such document', message: 'There is no document {code}' },
  CTE_NO_SUCH_EDITION: {
    status: 404,
    title: 'No such edition',
    message: 'There is no edition {id} of the course table',
  },
  CTE_FLAG_UNKNOWN: {
    status: 422,
    title: 'No such flag',
    message: 'There is no flag {flag} for the edition to answer',
  },
  CTE_OPERATION_REFUSED: { status: 422, title: 'Operation refused', message: '{detail}' },
  CTE_EDITION_CLOSED: {
    status: 409,
    title: 'Edition closed',
    message: 'The edition {id} is {state}; only a draft can be changed, previewed or published',
  },
  CTE_EDITION_EMPTY: {
    status: 422,
    title: 'Nothing to publish',
    message: 'The edition {id} changes nothing of the decoder in force',
  },
  CTE_EDITION_TOO_LARGE: {
    status: 422,
    title: 'Edition too large',
    message: 'The edition has {size}; at most {limit} are taken. Divide it',
  },
  CTE_EDITION_CONFLICT: {
    status: 409,
    title: 'Edition conflict',
    message:
      'Since the edition {id} was drafted others have changed what it touches: {rows}. Read them, and set its operations again (If-Match: {current})',
  },
  CTE_PUBLISHING_UNDER_WAY: {
    status: 409,
    title: 'Publishing under way',
    message: '{what} is being published; try again in a moment',
  },
  CTE_EDITION_KEPT: {
    status: 409,
    title: 'Edition kept',
    message: 'The edition {id} stands as it is and is never changed: {difference}. Keep it under another id',
  },
  CTE_EDITION_OVERTAKEN: {
    status: 409,
    title: 'Edition overtaken',
    message: 'Another file is being kept under the id {id}. Take another id, or import again',
  },
  CTE_NOT_A_COURSE_TABLE: {
    status: 422,
    title: 'Not a course table',
    message: 'This is not CTC’s table of course codes and credentials. {detail}. Sheets: {sheets}',
  },
  CTE_NO_SUCH_SIDE: { status: 404, title: 'No such side', message: 'There is no {kind} {id}' },
  CTE_SIDE_REFUSED: {
    status: 422,
    title: 'Side refused',
    message: 'The decoder cannot be compared under the {kind} {id}: {detail}',
  },
  CTE_RULES_ONLY: {
    status: 422,
    title: 'Rules only',
    message: '{key} is reached through assignment rules; it is not linked to items',
  },
})
