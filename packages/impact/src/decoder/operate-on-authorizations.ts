import { coversOf } from './covers-of.ts'
import { authorizationKey } from './decoder-table.ts'
import type { Outcome } from './operate-on-rules.ts'
import { type Misfit, type OpOf, putAuthorization, putRule, type RuleDraft, ruleOf } from './rule-draft.ts'
import type { AuthorizationGap, ListedAuthorization } from './whole-decoder.ts'

export function addAuthorization(draft: RuleDraft, op: OpOf<'add-authorization'>): Outcome {
  const { twinOf } = op
  const row: ListedAuthorization = {
    documentCode: op.document,
    authorizationCode: op.authorization,
    subjectCode: op.subject,
    title: op.title,
    subjectTitle: orNull(op.subjectTitle),
    notes: orNull(op.notes),
    cteRelation: op.cteRelation,
    status: op.status,
    twinOf,
    covers: [],
    gaps: gapsOfNew(op),
    provenance: draft.provenance(op),
  }
  if (twinOf !== null && (twinOf === authorizationKey(row) || !draft.authorizations.has(twinOf)))
    return { code: 'CTE_NO_SUCH_AUTHORIZATION', message: `No other authorization ${twinOf} for it to be the twin of` }
  return add(draft, row)
}

export function reviseAuthorization(draft: RuleDraft, op: OpOf<'revise-authorization'>): Outcome {
  const before = draft.authorizations.get(op.authorization)
  if (before === undefined) return noAuthorization(op.authorization)
  const { title = before.title, status = before.status } = op
  const subjectTitle = op.subjectTitle === undefined ? before.subjectTitle : orNull(op.subjectTitle)
  const notes = op.notes === undefined ? before.notes : orNull(op.notes)
  const after = { ...before, title, status, subjectTitle, notes }
  const fields = ['title', 'status', 'subjectTitle', 'notes'] as const
  if (fields.every(field => after[field] === before[field]))
    return { code: 'CTE_NOTHING_CHANGES', message: `${op.authorization} says so already` }
  putAuthorization(draft, after)
  return null
}

/**
 * The same document and authorization code with another subject code. Printed documents do not change, so the old one stays,
 * as legacy, with its rules; the course codes that admit it by a rule of its own admit the new one too.
 */
export function recodeAuthorization(draft: RuleDraft, op: OpOf<'recode-authorization'>): Outcome {
  const old = draft.authorizations.get(op.authorization)
  if (old === undefined) return noAuthorization(op.authorization)
  if (op.subject === old.subjectCode)
    return { code: 'CTE_NOTHING_CHANGES', message: `${op.authorization} has this subject code already` }
  const subject = draft.subjects.get(op.subject)
  const wasListed = old.subjectCode !== null && draft.subjects.has(old.subjectCode)
  if (wasListed && subject === undefined) return noSubject(op.subject)
  const { verified } = old.provenance
  const misfit = add(draft, {
    // Named one by one: a store's row has fields of its own, which stay behind.
    documentCode: old.documentCode,
    authorizationCode: old.authorizationCode,
    subjectCode: op.subject,
    title: old.title,
    subjectTitle: subject?.title ?? null,
    notes: old.notes,
    cteRelation: old.cteRelation,
    status: 'current',
    twinOf: null,
    covers: [],
    gaps: gapsOfNew({ authorization: old.authorizationCode, subject: op.subject, verified }),
    provenance: draft.provenance({ verified, reason: op.reason }),
  })
  if (misfit !== null) return misfit
  if (old.status === 'current') putAuthorization(draft, { ...old, status: 'legacy' })
  if (op.withRules)
    for (const rule of [...draft.rules.values()]) {
      if (rule.kind === 'wildcard' || rule.id !== `${rule.courseCode}:${op.authorization}`) continue
      const after = ruleOf({ ...rule, subjectCode: op.subject })
      if (!draft.rules.has(after.id)) putRule(draft, after)
    }
  return null
}

export function dropAuthorization(draft: RuleDraft, { authorization }: OpOf<'drop-authorization'>): Outcome {
  const before = draft.authorizations.get(authorization)
  if (before === undefined) return noAuthorization(authorization)
  if (before.status === 'closed') return { code: 'CTE_NOTHING_CHANGES', message: `${authorization} is closed already` }
  putAuthorization(draft, { ...before, status: 'closed' })
  return null
}

/** Where it follows its subject's sector, the subject must be listed and in use. */
function add(draft: RuleDraft, row: ListedAuthorization): Outcome {
  const key = authorizationKey(row)
  if (draft.authorizations.has(key))
    return { code: 'CTE_AUTHORIZATION_EXISTS', message: `There is an authorization ${key}` }
  const subject = row.subjectCode === null ? undefined : draft.subjects.get(row.subjectCode)
  if (subject?.ended) return { code: 'CTE_SUBJECT_ENDED', message: `Subject ${subject.code} is ended` }
  const covered = coversOf({ ...row, verified: row.provenance.verified }, draft.subjects)
  if ('fault' in covered)
    return covered.fault.field === 'subjectCode'
      ? noSubject(row.subjectCode!)
      : { code: 'CTE_RULES_ONLY', message: covered.fault.message }
  putAuthorization(draft, { ...row, covers: covered.covers })
  return null
}

function gapsOfNew(row: { authorization: string | null; subject: string; verified: boolean }): AuthorizationGap[] {
  const gaps: AuthorizationGap[] = []
  if (row.authorization === null) gaps.push('authorization-code-blank')
  if (row.subject === 'NONE') gaps.push('no-subject')
  if (!row.verified) gaps.push('unverified')
  return gaps
}

/** Nothing may be said by null or by an empty text; it is kept as null. */
export const orNull = (text: string | null): string | null => (text === '' ? null : text)

export const noSubject = (code: string): Misfit => ({ code: 'CTE_NO_SUCH_SUBJECT', message: `No subject ${code}` })
const noAuthorization = (key: string): Misfit => ({
  code: 'CTE_NO_SUCH_AUTHORIZATION',
  message: `No authorization ${key}`,
})
