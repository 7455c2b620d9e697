import { defineErrors } from '@cte-align/service'

export const problem = defineErrors({
  CTE_NO_SUCH_FRAMEWORK: { status: 404, title: 'No such framework', message: 'No framework {framework}' },
  CTE_NO_SUCH_ITEM: { status: 404, title: 'No such item', message: 'No item {item} in {where}' },
  CTE_NO_SUCH_RELEASE: { status: 404, title: 'No such release', message: 'No published release {release}' },
  CTE_NO_RELEASE_AS_OF: {
    status: 404,
    title: 'No release as of that day',
    message: 'No release of {framework} was in force on {day}; the first is in force from {first}',
  },
  CTE_IN_FORCE_UNKNOWN: {
    status: 409,
    title: 'In force: unknown',
    message:
      'Which release of {framework} is in force for {consumer} on {day} is unknown: nobody has set {date} of {releases}. {certain}. Ask for one of them by release=',
  },
  CTE_RELEASE_OF_ANOTHER: {
    status: 422,
    title: 'Release of another framework',
    message:
      '{release} is no release of {framework}, which this is about. Give one of its own: its number, or {framework}@number',
  },
  CTE_NO_SUCH_PHASE: { status: 404, title: 'No such adoption phase', message: 'No adoption phase {phase}' },
  CTE_VOTE_TO_COME: {
    status: 422,
    title: 'Vote to come',
    message: 'It is {today}; a vote on {day} has not been taken yet. Record it when it has been',
  },
  CTE_NO_SUCH_VOTE: {
    status: 422,
    title: 'No such vote',
    message: 'Adoption phase {phase} has no vote number {number} that could be corrected',
  },
  CTE_NO_SUCH_PROPOSAL: { status: 404, title: 'No such proposal', message: 'No proposal {proposal}' },
  CTE_NO_SUCH_CROSSWALK: { status: 404, title: 'No such crosswalk', message: 'No crosswalk {crosswalk}' },
  CTE_NO_SUCH_RELATION: { status: 404, title: 'No such relation', message: 'No relation {relation} in {crosswalk}' },
  CTE_NO_COUNTERPART: {
    status: 422,
    title: 'No counterpart',
    message: '{from} cannot be mapped as {relation} here: none, and only none, has no counterpart (to: null)',
  },
  CTE_OTHER_CROSSWALK: {
    status: 422,
    title: 'Another crosswalk',
    message: 'Crosswalk {crosswalk} joins {from} and {to}; {strange} has no place in it',
  },
  CTE_RELATION_TO_ITSELF: {
    status: 422,
    title: 'Relation to itself',
    message: '{item} cannot be mapped to itself; name another item at one end',
  },
  CTE_RELATION_CONTRADICTS: {
    status: 409,
    title: 'Contradiction',
    message:
      '{claim} contradicts {against}: an item without a counterpart has none. Reject or remove the one that does not hold',
  },
  CTE_RELATION_EXISTS: {
    status: 409,
    title: 'Relation exists',
    message: 'There is a relation between these ends, {relation}, and it is {state}. Revise it (PATCH)',
  },
  CTE_RELATION_REMOVED: {
    status: 409,
    title: 'Relation removed',
    message: 'The relation {relation} was taken out at {release}. Draft it anew (POST .../relations)',
  },
  CTE_REMOVAL_DECIDES: {
    status: 403,
    title: 'Removal decides',
    message:
      'The relation {relation} is {state}: to take it out is to decide on it, which CDE with the role approver, publisher, administrator may',
  },
  CTE_NOT_REVIEWED: {
    status: 409,
    title: 'Not reviewed',
    message:
      'The relation {relation} is {state}: nobody but its author has looked at what it says now. Have it reviewed first (POST /crosswalks/{crosswalk}/relations/{relation}/review)',
  },
  CTE_END_MOVED: {
    status: 409,
    title: 'An end has moved',
    message: 'What stands at {ends} of the relation {relation} has changed since it was reviewed. Review it again',
  },
  CTE_CROSSWALK_EXISTS: { status: 409, title: 'Crosswalk exists', message: 'There is a crosswalk {crosswalk} already' },
  CTE_NO_CHAIN: {
    status: 422,
    title: 'No chain',
    message: 'No chain of at most {limit} crosswalks leads from {from} to {to}. Draft one, or name the way (via)',
  },
  CTE_CIRCULAR_CHAIN: {
    status: 422,
    title: 'Circular chain',
    message: 'The chain comes back to {framework}, where it has been. Leave out what leads in a circle',
  },
  CTE_BROKEN_CHAIN: {
    status: 422,
    title: 'Broken chain',
    message:
      'Crosswalk {crosswalk} joins {from} and {to}; the chain has come to {framework}, from where it does not lead on',
  },
  CTE_FRAMEWORK_EXISTS: { status: 409, title: 'Framework exists', message: 'There is a framework {framework} already' },
  CTE_PROPOSAL_CLOSED: {
    status: 409,
    title: 'Proposal closed',
    message: 'Proposal {proposal} is {state}: nothing in it can be changed any more. Open a new one',
  },
  CTE_WRONG_STATE: {
    status: 409,
    title: 'Wrong state',
    message: 'Proposal {proposal} is {state} and cannot {step}; that takes one that is {wanted}',
  },
  CTE_EQUITY_MISSING: {
    status: 409,
    title: 'Equity not considered',
    message:
      'Proposal {proposal} does not say who gains and who loses by it. Fill in equity (PATCH /proposals/{proposal}) before it goes into review',
  },
  CTE_COMMENTS_UNANSWERED: {
    status: 409,
    title: 'Comments unanswered',
    message:
      '{open} comments on proposal {proposal} have no disposition (GET .../comments?unanswered=true). Answer them, or approve with a waiver that says why not',
  },
  CTE_WRONG_DECISION: {
    status: 403,
    title: 'Not this decision',
    message: '{agency} cannot {decision} a proposal; it can {wanted}',
  },
  CTE_IMPACT_MOVED: {
    status: 409,
    title: 'The impact has moved',
    message:
      'You signed impacts {given}; they are now {current}. Look at the preview again (POST .../preview) and sign what it says',
  },
  CTE_NOT_CONCERNED: {
    status: 409,
    title: 'Not concerned',
    message: 'Nothing of {agency} is hit by proposal {proposal}: there is nothing to sign',
  },
  CTE_APPROVAL_LAPSED: {
    status: 409,
    title: 'Not approved as it is',
    message: 'Proposal {proposal} cannot be published: {why}. CDE approves it anew (POST .../approvals)',
  },
  CTE_SIGN_OFF_MISSING: {
    status: 409,
    title: 'Not everybody has acknowledged',
    message: 'Not acknowledged: {agencies}. Wait for them, or go over them with a reason that is kept ("over")',
  },
  CTE_SCHEDULE_PAST: { status: 422, title: 'In the past', message: '{at} is past; publish now, or name a later time' },
  CTE_DATES_SIGNED: {
    status: 409,
    title: 'Another date was signed',
    message: 'The proposal plans {name} {planned}, not {given}. Change it there (PATCH), and have it signed again',
  },
  CTE_NOTHING_TO_CORRECT: {
    status: 422,
    title: 'Nothing to correct',
    message:
      '{corrects} is no published release of {framework} up to the base ({base}); an erratum names what it corrects',
  },
  CTE_PROPOSAL_EMPTY: { status: 409, title: 'Nothing to publish', message: 'Proposal {proposal} changes nothing' },
  CTE_PROPOSAL_TOO_LARGE: {
    status: 422,
    title: 'Proposal too large',
    message: 'A proposal holds at most {limit}; this one would hold {size}. Divide it',
  },
  CTE_BASE_MOVED: {
    status: 409,
    title: 'The base has moved',
    message:
      '{framework} is at release {head}, the proposal starts from {base}. Look at its conflicts (GET .../conflicts), then POST .../rebase',
  },
  CTE_CONFLICTS: {
    status: 409,
    title: 'Conflicts',
    message:
      'Up to release {head} others changed what this proposal changes: {items}. Say for each what to keep, ours or theirs (GET .../conflicts lists both; POST .../rebase {"resolutions": [{"item", "keep"}], "reason"})',
  },
  CTE_NO_SUCH_CONFLICT: {
    status: 422,
    title: 'No such conflict',
    message: '{item} is not in conflict with anything up to release {head}; GET .../conflicts lists what is',
  },
  CTE_NO_SUCH_OPERATION: {
    status: 422,
    title: 'No such operation',
    message: 'There is no operation {operation}; the proposal has {count}, counted from 0',
  },
  CTE_CHAIN_UNSAID: {
    status: 422,
    title: 'Where to',
    message: 'Say either via (the crosswalks, in order) or to (the framework to end in), not both and not neither',
  },
  CTE_SAME_PROPOSAL: { status: 422, title: 'The same proposal', message: 'Name another proposal to compare with' },
  CTE_CHANGE_TOO_LARGE: {
    status: 422,
    title: 'Change too large',
    message: 'The change to {item} needs {bytes} bytes; at most {limit} fit an event. Shorten its texts or divide it',
  },
  CTE_RELEASE_TOO_LARGE: {
    status: 422,
    title: 'Release too large',
    message:
      'To tell {release} takes {bytes} bytes; at most {limit} are published at once. Divide it into several releases',
  },
  CTE_OPERATION_REFUSED: { status: 422, title: 'Operation refused', message: '{detail}' },
  CTE_PUBLISHING_UNDER_WAY: {
    status: 409,
    title: 'Publishing under way',
    message: '{what} is being published; try again in a moment',
  },
  CTE_RELATION_SETTLED: {
    status: 409,
    title: 'Relation settled',
    message: 'The relation {relation} is {state} already',
  },
  CTE_OWN_RELATION: {
    status: 403,
    title: 'Own relation',
    message:
      'Who wrote a relation neither reviews it nor decides on it; {actor} had a hand in this one. Ask somebody else',
  },
  CTE_PREVIEW_MOVED: {
    status: 409,
    title: 'The preview has moved',
    message: 'What the proposal would do has changed since the page before. Start again without a cursor',
  },
  CTE_NOT_ACCEPTABLE: {
    status: 406,
    title: 'Not acceptable',
    message: 'This is {offered}, and not {accept}. Say {formats}',
  },
  CTE_AGENCY_UNREACHABLE: {
    status: 503,
    title: 'An agency does not answer',
    message: '{service} did not answer ({detail}); what is said without it would mislead. Try again',
  },
})
