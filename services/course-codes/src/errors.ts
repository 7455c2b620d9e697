import { defineErrors } from '@cte-align/service'

export const problem = defineErrors({
  CTE_NO_SUCH_COURSE_CODE: { status: 404, title: 'No such course code', message: 'There is no course code {code}' },
  CTE_YEARS_REVERSED: {
    status: 422,
    title: 'Years reversed',
    message: '{code} cannot end with {to} before it begins with {from}',
  },
})
