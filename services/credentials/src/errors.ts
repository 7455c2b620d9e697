import { defineErrors } from '@cte-align/service'

export const problem = defineErrors({
  CTE_NO_SUCH_AUTHORIZATION: {
    status: 404,
    title: 'No such authorization',
    message: 'There is no authorization {key}',
  },
  CTE_NO_SUCH_DOCUMENT: { status: 404, title: 'No such document', message: 'There is no document {code}' },
  CTE_NO_SUCH_LEGAL_REFERENCE: {
    status: 404,
    title: 'No such legal reference',
    message: 'There is no legal reference {citation}; GET /legal-references lists them',
  },
  CTE_RULES_ONLY: {
    status: 422,
    title: 'Rules only',
    message: '{key} is reached through assignment rules; it is not linked to items',
  },
})
