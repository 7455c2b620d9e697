import type { LoggedEvent } from '../../data/logged-event.ts'
import { given } from './given.ts'

/** Many events of a type in a few words: one and several. */
const NAMES: Record<string, readonly [one: string, many: string]> = {
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

/** "34 authorizations flagged (3 breaking, 31 review)". */
export function countInWords(type: string, events: readonly LoggedEvent[]): string {
  const [one, many] = NAMES[type] ?? [`event ${type}`, `events ${type}`]
  const severities = Map.groupBy(events, ({ data }) => given(data).text('severity'))
  const shares = ['breaking', 'review', 'notice']
    .map(severity => [severity, severities.get(severity)?.length ?? 0] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}`)
  return `${events.length} ${events.length === 1 ? one : many}${shares.length > 0 ? ` (${shares.join(', ')})` : ''}`
}
