import { dayBefore } from '@cte-align/contracts'
import { noSubject } from './operate-on-authorizations.ts'
import type { Outcome } from './operate-on-rules.ts'
import { type OpOf, putAuthorization, putGrandfathering, putSubject, type RuleDraft } from './rule-draft.ts'
import { overlappingTitles } from './subject-title.ts'

export function addSubject(draft: RuleDraft, op: OpOf<'add-subject'>): Outcome {
  const { subject: code, title, framework, item } = op
  if (draft.subjects.has(code)) return { code: 'CTE_SUBJECT_EXISTS', message: `There is a subject ${code}` }
  const place = { framework, key: item }
  const provenance = draft.provenance(op)
  const titles = [{ title, from: null, to: null, provenance }]
  putSubject(draft, { code, title, titles, spellings: [], item: place, provenance })
  return null
}

/** The title changes and the code stays, as in 2014: every authorization that names the subject bears the new title from then on. */
export function retitleSubject(draft: RuleDraft, op: OpOf<'retitle-subject'>): Outcome {
  const { subject: code, title, from } = op
  const before = draft.subjects.get(code)
  if (before === undefined) return noSubject(code)
  if (before.ended) return { code: 'CTE_SUBJECT_ENDED', message: `Subject ${code} is ended` }
  if (before.title === title) return { code: 'CTE_NOTHING_CHANGES', message: `${code} is called so already` }
  const to = from === null ? null : dayBefore(from)
  const earlier = before.titles.map(each => (each.to === null && each.title === before.title ? { ...each, to } : each))
  const titles = [...earlier, { title, from, to: null, provenance: draft.provenance({ ...op, verified: true }) }]
  const late = titles.find(each => each.from !== null && each.to !== null && each.from > each.to)
  if (late !== undefined || overlappingTitles(titles) !== undefined)
    return { code: 'CTE_TITLE_TOO_EARLY', message: `${code} has had a title since that day or a later one: ${from}` }
  putSubject(draft, { ...before, title, titles })
  for (const row of [...draft.authorizations.values()])
    if (row.subjectCode === code && row.subjectTitle !== title) putAuthorization(draft, { ...row, subjectTitle: title })
  return null
}

export function endSubject(draft: RuleDraft, { subject: code, on }: OpOf<'end-subject'>): Outcome {
  const before = draft.subjects.get(code)
  if (before === undefined) return noSubject(code)
  if (before.ended) return { code: 'CTE_SUBJECT_ENDED', message: `Subject ${code} is ended already` }
  putSubject(draft, { ...before, ended: { on } })
  return null
}

export function addGrandfathering(draft: RuleDraft, op: OpOf<'add-grandfathering'>): Outcome {
  const { rule } = op
  if (draft.grandfathering.has(rule.id))
    return { code: 'CTE_GRANDFATHERING_EXISTS', message: `There is a grandfathering rule ${rule.id}` }
  if (!admitsSomebody(draft, rule.authorization))
    return { code: 'CTE_NO_SUCH_AUTHORIZATION', message: `No authorization ${rule.authorization}` }
  putGrandfathering(draft, { ...rule, provenance: draft.provenance(op) })
  return null
}

export function endGrandfathering(draft: RuleDraft, { rule: id, through }: OpOf<'end-grandfathering'>): Outcome {
  const before = draft.grandfathering.get(id)
  if (before === undefined) return { code: 'CTE_NO_SUCH_GRANDFATHERING', message: `No grandfathering rule ${id}` }
  if (before.through === through) return { code: 'CTE_NOTHING_CHANGES', message: `${id} ends on ${through} already` }
  putGrandfathering(draft, { ...before, through })
  return null
}

function admitsSomebody({ authorizations }: RuleDraft, key: string): boolean {
  if (!key.endsWith('/*')) return authorizations.has(key)
  return [...authorizations.keys()].some(each => each.startsWith(key.slice(0, -1)))
}
