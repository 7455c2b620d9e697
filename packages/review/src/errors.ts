import { defineErrors } from '@cte-align/service'

export const problem = defineErrors({
  CTE_NO_SUCH_FLAG: { status: 404, title: 'No such flag', message: 'No flag {id}' },
  CTE_NO_SUCH_ASSESSMENT: {
    status: 404,
    title: 'No such assessment',
    message: 'No message of release {id} has arrived here',
  },
  CTE_WRONG_TRANSITION: {
    status: 409,
    title: 'Wrong transition',
    message: 'A flag that is {from} cannot become {to}; it can become {possible}',
  },
  CTE_DISPOSITION_MISSING: {
    status: 422,
    title: 'Disposition missing',
    message: 'To resolve a flag, say what was decided: one of {possible}',
  },
  CTE_DISPOSITION_REFUSED: {
    status: 422,
    title: 'Disposition refused',
    message: 'Only resolving a flag takes a disposition; this would make it {to}',
  },
  CTE_DISPOSITION_BY_SYSTEM: {
    status: 422,
    title: 'Disposition set by the system alone',
    message: 'Only an erratum makes a flag superseded, when it is assessed; say what was decided: one of {possible}',
  },
  CTE_FLAG_SUPERSEDED: {
    status: 409,
    title: 'Flag superseded',
    message:
      'Flag {id} was superseded when {release} was corrected, and stays so; work on flag {by}, which stands in its place',
  },
  CTE_NEW_OWNER_MISSING: {
    status: 422,
    title: 'New owner missing',
    message: 'The flag is in review already; to hand it over, name an owner other than {owner}',
  },
  CTE_REBUILDING: {
    status: 503,
    title: 'Rebuilding',
    message: 'The flags are being made again from the logs; try again when that is done',
  },
})
