import type { Answer, Item } from '@cte-align/client'

export type Edition = Item<'credentials', '/rule-editions', 'get'>
export type ReadEdition = Answer<'credentials', '/rule-editions/{id}', 'get'>
export type KeptEdition = Extract<ReadEdition, { state: 'kept' }>
export type DraftedEdition = Exclude<ReadEdition, { state: 'kept' }>
export type Operation = DraftedEdition['operations'][number]
export type Suggestions = Answer<'credentials', '/rule-editions/{id}/suggestions', 'get'>

export const EDITION_STATES = ['draft', 'publishing', 'published', 'withdrawn', 'kept'] as const

/** An operation on the decoder in one sentence, codes and all. */
export function operationInWords(operation: Operation): string {
  switch (operation.op) {
    case 'add-rule': {
      const { courseCode, document, authorization, subject, authType, condition } = operation
      const who =
        subject === '*' ? `every subject of ${document}/${authorization}` : `${document}/${authorization}/${subject}`
      return `${courseCode} admits ${who} (${authType}${condition ? `, ${condition}` : ''})`
    }
    case 'drop-rule':
      return `The rule ${operation.rule} is dropped; it stays readable with its end`
    case 'recode-rule': {
      const { document, authorization, subject } = operation
      const to = [
        document && `document ${document}`,
        authorization && `authorization ${authorization}`,
        subject && `subject ${subject}`,
      ]
      return `The rule ${operation.rule} goes over to ${to.filter(Boolean).join(', ')}`
    }
    case 'recode-course-code':
      return `All rules of ${operation.courseCode} go to ${operation.to.join(' and ')}; the old code has none afterwards`
    case 'revise-rule': {
      const { authType, condition, verified } = operation
      const says = [
        authType,
        condition !== undefined && (condition === null ? 'no condition' : `the condition "${condition}"`),
        verified !== undefined && (verified ? 'verified' : 'not verified'),
      ]
      return `The rule ${operation.rule} says: ${says.filter(Boolean).join(', ')}`
    }
    case 'add-authorization':
      return `${operation.document}/${operation.authorization}/${operation.subject} is added: "${operation.title}"`
    case 'revise-authorization': {
      const { title, subjectTitle, notes, status } = operation
      const says = [
        title !== undefined && `title "${title}"`,
        subjectTitle !== undefined && `subject title ${quoted(subjectTitle)}`,
        notes !== undefined && `notes ${quoted(notes)}`,
        status !== undefined && `status ${status}`,
      ]
      return `${operation.authorization} gets another ${says.filter(Boolean).join(', ')}`
    }
    case 'recode-authorization':
      return `${operation.authorization} is printed as subject ${operation.subject} on new documents; the old one stays, as legacy${operation.withRules ? ', and its course codes admit the new one too' : ''}`
    case 'drop-authorization':
      return `${operation.authorization} is closed; no authorization is ever deleted`
    case 'add-subject':
      return `The subject ${operation.subject} "${operation.title}" is added, for ${operation.item} of ${operation.framework}`
    case 'retitle-subject':
      return `The subject ${operation.subject} is called "${operation.title}" from ${operation.from ?? 'a day that is not known'}; its code stays`
    case 'end-subject':
      return `The subject ${operation.subject} is printed no longer after ${operation.on ?? 'a day that is not known'}`
    case 'add-grandfathering':
      return `Who holds ${operation.rule.authorization} ${operation.rule.date} before ${operation.rule.before} keeps ${operation.rule.courseCodes.join(', ')}: "${operation.rule.title}"`
    case 'end-grandfathering':
      return `The grandfathering rule ${operation.rule} holds until ${operation.through}`
    default:
      return operation satisfies never
  }
}

const quoted = (text: string | null): string => (text === null ? 'none' : `"${text}"`)

/** Whether a draft has the operation already: suggestions that were taken over are offered no more. */
export function hasOperation(operations: readonly Operation[], wanted: Operation): boolean {
  const text = said(wanted)
  return operations.some(operation => said(operation) === text)
}
/** What an operation does, without the words about it. */
const said = ({ reason: _reason, follows: _follows, ...rest }: Operation): string =>
  JSON.stringify(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b)))
