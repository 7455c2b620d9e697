import { defineErrors } from '@cte-align/service'

export const problem = defineErrors({
  CTE_NO_SUCH_AUTHORIZATION: {
    status: 404,
    title: 'No such authorization',
    message: 'There is no authorization {key}',
  },
  CTE_NO_SUCH_DOCUMENT: { status: 404, title: 'No such document', message: 'There is no document {code}' },
  CTE_RULES_ONLY: {
    status: 422,
    title: 'Rules only',
    message: '{key} is reached through assignment rules; it is not linked to items',
  },
  CTE_NO_SUCH_GRANDFATHERING_RULE: {
    status: 404,
    title: 'No such grandfathering rule',
    message: 'There is no grandfathering rule {id}',
  },
  CTE_GRANDFATHERING_RULE_EXISTS: {
    status: 409,
    title: 'Grandfathering rule exists',
    message: 'There is another grandfathering rule {id}: change that one, or name this one otherwise',
  },
  CTE_TEMPLATE_WITHOUT_RULE: {
    status: 422,
    title: 'Template without rule',
    message: '{template} makes no grandfathering rule: {why}',
  },
  CTE_NOTHING_TO_KEEP: {
    status: 422,
    title: 'Nothing to keep',
    message: 'No course code admits {authorization} in {side}: ask the decoder that still admits it',
  },
})
