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
  CTE_NO_SUCH_CODE: {
    status: 404,
    title: 'No such authorization code',
    message: 'There is no authorization code {code}',
  },
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
  CTE_NO_SUCH_TEMPLATE: {
    status: 404,
    title: 'No such template',
    message: 'There is no workflow template {key}; GET /workflow-templates lists those there are',
  },
  CTE_NO_SUCH_WORKFLOW: { status: 404, title: 'No such workflow', message: 'There is no workflow {id}' },
  CTE_NO_SUCH_STEP: { status: 404, title: 'No such step', message: 'The workflow has no step {step}' },
  CTE_WORKFLOW_OF_ONE: {
    status: 422,
    title: 'Of one change',
    message: 'A workflow is of a release or of a proposal: name exactly one of them',
  },
  CTE_RELEASE_UNHEARD: {
    status: 422,
    title: 'Release unheard of',
    message:
      'Nobody has told CTC of a release {release}; for a change that is not published name its proposal and its dates',
  },
  CTE_PROPOSAL_WITHOUT_DATES: {
    status: 422,
    title: 'Proposal without dates',
    message: 'Proposal {proposal} is not known here: give milestones.effective, the day for which it is planned',
  },
  CTE_WORKFLOW_EXISTS: {
    status: 409,
    title: 'Workflow exists',
    message: 'There is a workflow of {of}: {id}. Another may begin when its rulemaking is recorded as withdrawn',
  },
  CTE_STEP_EXISTS: { status: 409, title: 'Step exists', message: 'The workflow has a step {step}: choose another key' },
  CTE_TOO_MANY_STEPS: { status: 409, title: 'Too many steps', message: 'A workflow has at most {most} steps' },
  CTE_STEP_WAITS: {
    status: 409,
    title: 'Step waits',
    message: '{step} waits for {before}: finish or skip these first, or give an overrideReason',
  },
  CTE_STEP_UNKNOWN: {
    status: 422,
    title: 'Step unknown',
    message: 'The workflow has no step {step} to wait for or before',
  },
  CTE_STEPS_IN_A_CIRCLE: {
    status: 422,
    title: 'Steps in a circle',
    message: 'Then no step of these could ever begin: {circle}',
  },
  CTE_REASON_ALONE: {
    status: 422,
    title: 'Reason alone',
    message: 'Reasons alone change nothing of {step}: say what is to change',
  },
  CTE_DAY_WITHOUT_DONE: {
    status: 422,
    title: 'Day without done',
    message: '{step} is {state}: only a step that is done has the day on which it was done, {day}',
  },
  CTE_DAY_TO_COME: {
    status: 422,
    title: 'Day to come',
    message: '{day} is after today, {today}: it has not happened yet',
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
