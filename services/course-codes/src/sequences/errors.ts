import { defineErrors } from '@cte-align/service'

export const problem = defineErrors({
  CTE_NO_SUCH_PATHWAY: {
    status: 404,
    title: 'No such pathway',
    message: 'No pathway {item} in {framework} is known here; GET /pathways lists them',
  },
  CTE_PATHWAY_UNKNOWN: {
    status: 422,
    title: 'Pathway unknown',
    message:
      '{item} names no pathway here, or one in several frameworks: GET /pathways lists them, `framework` tells them apart',
  },
  CTE_YEARS_APART: {
    status: 422,
    title: 'Years apart',
    message: '{to} does not follow {from}: ask for one school year, or for it and the next ({next})',
  },
  CTE_WHAT_IF_REFUSED: {
    status: 422,
    title: 'What-if refused',
    message: 'The what-if names what is not there or cannot be: {detail}',
  },
})
