import { defineErrors } from '@cte-align/service'

export const problem = defineErrors({
  CTE_NO_SUCH_COURSE_CODE: { status: 404, title: 'No such course code', message: 'There is no course code {code}' },
  CTE_YEARS_REVERSED: {
    status: 422,
    title: 'Years reversed',
    message: '{code} cannot end with {to} before it begins with {from}',
  },
  CTE_WHICH_DAYS: {
    status: 422,
    title: 'Which days?',
    message: 'Give a schoolYear (2026-27), or start and end in this order; not both',
  },
  CTE_NO_SUCH_EDITION: {
    status: 404,
    title: 'No such edition',
    message: 'No edition {edition} of the code set is kept here; GET /code-set-editions lists those that are',
  },
  CTE_EDITION_EXISTS: {
    status: 409,
    title: 'Edition exists',
    message:
      'Edition {edition} is kept already, with other content. An edition is never changed: keep this one under an id of its own',
  },
  CTE_NOT_A_CODE_SET: {
    status: 422,
    title: 'Not a code set',
    message: 'The file was refused whole: {detail}',
  },
  CTE_NO_SUCH_CODE_PLAN: {
    status: 404,
    title: 'No such code-change plan',
    message: 'There is no code-change plan {plan}',
  },
  CTE_NO_SUCH_PLAN_ENTRY: { status: 404, title: 'No such entry', message: 'Plan {plan} has no entry {entry}' },
  CTE_PLAN_CLOSED: {
    status: 409,
    title: 'Plan closed',
    message: 'Plan {plan} is {state}; this can be done with a draft alone',
  },
  CTE_PLAN_UNDECIDED: {
    status: 422,
    title: 'Plan undecided',
    message: 'Plan {plan} has {count} suggestions that nobody has decided: accept, edit or decline them, then publish',
  },
  CTE_PLAN_IMPOSSIBLE: {
    status: 422,
    title: 'Plan impossible',
    message: '{count} errors stand against it; the first: {detail}',
  },
  CTE_PLAN_EMPTY: {
    status: 422,
    title: 'Plan empty',
    message: 'Plan {plan} changes no code: there is nothing to publish',
  },
  CTE_PLAN_UNDER_WAY: {
    status: 409,
    title: 'Another plan under way',
    message:
      'Another plan is being published, or has just been; plan {plan} stays a draft. Look at it again, then publish',
  },
  CTE_PLAN_TOO_LARGE: {
    status: 422,
    title: 'Plan too large',
    message: 'A plan holds at most {most} entries, {megabytes} MB in all; divide it',
  },
  CTE_RELEASE_NOT_ASSESSED: {
    status: 409,
    title: 'Release not assessed',
    message: 'The flags of {release} are not all there ({state}); ask again once they are',
  },
  CTE_PROPOSAL_NOT_TOLD: {
    status: 503,
    title: 'Proposal not told',
    message: 'The standards service did not say what {proposal} may mean: {detail}. Nothing was written',
  },
  CTE_NO_SUCH_PROPOSAL_THERE: {
    status: 422,
    title: 'No such proposal',
    message: 'The standards service knows no proposal {proposal}',
  },
})
