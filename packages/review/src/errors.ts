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
  CTE_FLAG_RESOLVED: {
    status: 409,
    title: 'Flag resolved',
    message: 'A resolved flag has no owner or due date to set; open it again first',
  },
  CTE_DUE_REFUSED: {
    status: 422,
    title: 'Due date refused',
    message: 'Nothing is due of a flag that is resolved; leave due out',
  },
  CTE_STEP_CHANGES_NOTHING: {
    status: 422,
    title: 'Step changes nothing',
    message: 'The flag stands as this step would leave it; give a state (to), another owner or another due date',
  },
  CTE_TEXT_MOVED: {
    status: 409,
    title: 'Text moved',
    message: 'Flag {id} no longer says what was seen ({seen}); it says {current}. Since then: {changes}. Read it again',
  },
  CTE_NOTHING_TO_UNDO: {
    status: 409,
    title: 'Nothing to undo',
    message: 'Nothing of flag {id} can be undone: {why}',
  },
  CTE_NO_SUCH_BULK_ACTION: { status: 404, title: 'No such bulk action', message: 'No bulk action {id}' },
  CTE_BULK_TOO_LARGE: {
    status: 422,
    title: 'Too many flags',
    message: 'One step takes at most {most} flags; these are more. Narrow the filter',
  },
  CTE_BULK_SET_UNCLEAR: {
    status: 422,
    title: 'Which flags',
    message: 'Give either filter or ids; the filter {} is every flag',
  },
  CTE_BULK_NOTHING: {
    status: 422,
    title: 'Nothing to do',
    message: 'None of the {flags} flags would change; a dry run says why',
  },
  CTE_BULK_DIGEST_MISSING: {
    status: 422,
    title: 'Digest missing',
    message: 'Say what you have seen: dryRun true gives the digest that applying asks for',
  },
  CTE_BULK_MOVED: {
    status: 409,
    title: 'Moved since',
    message: 'Nothing was changed: what the dry run showed has moved. {changes}. Make another dry run',
  },
  CTE_BULK_UNDO_REFUSED: {
    status: 409,
    title: 'Undo refused',
    message: 'Bulk action {id} cannot be undone: {why}',
  },
  CTE_NO_SUCH_VIEW: { status: 404, title: 'No such view', message: 'No view {id} that is shared or yours' },
  CTE_VIEW_NOT_YOURS: {
    status: 403,
    title: 'Not your view',
    message: 'View {id} is kept by {owner}; save one of your own',
  },
  CTE_REBUILDING: {
    status: 503,
    title: 'Rebuilding',
    message: 'The flags are being made again from the logs; try again when that is done',
  },
})
