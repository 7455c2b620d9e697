import { defineErrors } from '@cte-align/service'

export const problem = defineErrors({
  CTE_NO_SUCH_AUTHORIZATION: {
    status: 404,
    title: 'No such authorization',
    message: 'There is no authorization {key}',
  },
  CTE_NO_SUCH_DOCUMENT: { status: 404, title: 'No such document', message: 'There is no document {code}' },
  CTE_NO_SUCH_CODE: {
    status: 404,
    title: 'No such authorization code',
    message: 'There is no authorization code {code}',
  },
  CTE_RULES_ONLY: {
    status: 422,
    title: 'Rules only',
    message: '{key} is reached through assignment rules; it is not linked to items',
  },
})
