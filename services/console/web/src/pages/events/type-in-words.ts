import type { LoggedEvent } from '../../data/logged-event.ts'
import { given } from './given.ts'

/** Many events of a type in a few words: one and several. */
export const NAMES: Record<string, readonly [one: string, many: string]> = {
  'cte.cde.release.published': ['release published', 'releases published'],
  'cte.cde.proposal.opened': ['proposal opened', 'proposals opened'],
  'cte.cde.proposal.submitted': ['proposal submitted for review', 'proposals submitted for review'],
  'cte.cde.proposal.returned': ['proposal returned to its editors', 'proposals returned to their editors'],
  'cte.cde.proposal.approved': ['approval of a proposal', 'approvals of proposals'],
  'cte.cde.proposal.signed-off': ['answer of an agency to a proposal', 'answers of agencies to proposals'],
  'cte.cde.proposal.scheduled': ['change of a schedule', 'changes of schedules'],
  'cte.cde.proposal.held': ['publishing held on its day', 'publishings held on their day'],
  'cte.cde.proposal.withdrawn': ['proposal withdrawn', 'proposals withdrawn'],
  'cte.cde.comment.received': ['comment received', 'comments received'],
  'cte.cde.comment.answered': ['comment answered', 'comments answered'],
  'cte.ctc.release.assessed': ['release worked through by CTC', 'releases worked through by CTC'],
  'cte.calpads.release.assessed': ['release worked through by CALPADS', 'releases worked through by CALPADS'],
  'cte.ctc.flag.reopened': ['flag of CTC opened again', 'flags of CTC opened again'],
  'cte.calpads.flag.reopened': ['flag of CALPADS opened again', 'flags of CALPADS opened again'],
  'cte.ctc.legal-reference.changed': ['section of law changed', 'sections of law changed'],
  'cte.ctc.rule-edition.published': ['rule edition in force', 'rule editions in force'],
  'cte.ctc.grandfathering-rule.changed': ['rule of who keeps what changed', 'rules of who keeps what changed'],
  'cte.ctc.workflow-step.completed': ['workflow step done', 'workflow steps done'],
  'cte.calpads.code-change.published': ['course code replaced or dropped', 'course codes replaced or dropped'],
  'cte.calpads.code-set.published': ['code set published', 'code sets published'],
  'cte.cde.item.changed': ['message about a changed item', 'messages about changed items'],
  'cte.cde.crosswalk.changed': ['change of a crosswalk relation', 'changes of crosswalk relations'],
  'cte.ctc.authorization.flagged': ['authorization flagged', 'authorizations flagged'],
  'cte.ctc.legal-reference.flagged': ['section of law flagged', 'sections of law flagged'],
  'cte.calpads.course-code.flagged': ['course code flagged', 'course codes flagged'],
  'cte.ctc.flag.resolved': ['flag of CTC resolved', 'flags of CTC resolved'],
  'cte.calpads.flag.resolved': ['flag of CALPADS resolved', 'flags of CALPADS resolved'],
  'cte.ctc.authorization.changed': ['authorization changed', 'authorizations changed'],
  'cte.ctc.assignment-rule.changed': ['assignment rule written', 'assignment rules written'],
  'cte.calpads.course-code.changed': ['course code changed', 'course codes changed'],
}

/** How many events of a type there are, and how many of them have which severity. */
export interface EventCount {
  type: string
  events: number
  severities: Record<string, number>
}

export function countOf(type: string, events: readonly LoggedEvent[]): EventCount {
  const severities = Map.groupBy(events, ({ data }) => given(data).text('severity'))
  return {
    type,
    events: events.length,
    severities: Object.fromEntries([...severities].map(([severity, all]) => [severity, all.length])),
  }
}

/** "34 authorizations flagged (3 breaking, 31 review)". */
export function countInWords({ type, events, severities }: EventCount): string {
  const [one, many] = NAMES[type] ?? [`event ${type}`, `events ${type}`]
  const shares = ['breaking', 'review', 'notice']
    .map(severity => [severity, severities[severity] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}`)
  return `${events} ${events === 1 ? one : many}${shares.length > 0 ? ` (${shares.join(', ')})` : ''}`
}
