import type { RuleOperationInput } from '@cte-align/contracts'
import type { Answer, callOn } from './with-credentials.ts'

type Call = ReturnType<typeof callOn>
export const PUBLISHER = 'id=rchan; agency=CTC; role=publisher'

/** `7200:CTE/R4T/ANR`. */
export const adding = (id: string, more = {}): RuleOperationInput => {
  const [courseCode, document, authorization, subject] = id.split(/[:/]/) as [string, string, string, string]
  return { op: 'add-rule', courseCode, document, authorization, subject, verified: true, ...more }
}
export const dropping = (rule: string, more = {}): RuleOperationInput => ({ op: 'drop-rule', rule, ...more })

/** Drafts, edits and publishes over HTTP, always on the version that was read last. */
export function drafting(call: Call) {
  const at = (draft: Answer) => ({ 'if-match': draft.headers.etag })
  return {
    open: (title: string, operations: RuleOperationInput[], more = {}) =>
      call('POST', '/rule-editions', { title, operations, ...more }),
    set: (draft: Answer, operations: unknown[]) =>
      call('PUT', `/rule-editions/${draft.body.id}/operations`, { operations }, at(draft)),
    describe: (draft: Answer, said: object) => call('PATCH', `/rule-editions/${draft.body.id}`, said, at(draft)),
    preview: (draft: Answer, query = '') => call('GET', `/rule-editions/${draft.body.id}/preview${query}`),
    publish: (draft: Answer, reason = 'Coded Correspondence, hypothetical') =>
      call('POST', `/rule-editions/${draft.body.id}/publish`, { reason }, { ...at(draft), 'x-cte-actor': PUBLISHER }),
    withdraw: (draft: Answer, reason: string) =>
      call('POST', `/rule-editions/${draft.body.id}/withdraw`, { reason }, at(draft)),
  }
}
