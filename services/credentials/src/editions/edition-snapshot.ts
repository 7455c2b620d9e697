import { keyOf } from '../authorization.ts'
import type { Decoder } from '../decoder-sides.ts'
import type { EditionHead, EditionRule } from '../kept-edition.ts'
import type { RuleDraftDoc } from './rule-draft.ts'

/** The table as it stands once an edition is published, to be kept beside the others. Pure. */
export function snapshotOf(
  draft: RuleDraftDoc,
  { rules, authorizations }: Pick<Decoder, 'rules' | 'authorizations'>,
  publishedOn: string,
): { head: EditionHead; rules: EditionRule[] } {
  const byKey = new Map(authorizations.map(row => [keyOf(row), row]))
  const rows = rules.map((rule, index): EditionRule => {
    const admitted = byKey.get(rule.id.slice(rule.courseCode.length + 1))
    return {
      row: index + 1,
      courseCode: rule.courseCode,
      authType: rule.authType,
      documentCode: rule.documentCode,
      authorizationCode: rule.authorizationCode,
      subjectCode: rule.subjectCode,
      kind: rule.kind,
      authorizationTitle: admitted?.title ?? null,
      subjectTitle: admitted?.subjectTitle ?? null,
      condition: rule.condition,
      ...{ courseTitle: null, broadSubject: null, setting: null, joinedByTitle: false, gaps: [] },
    }
  })
  const head: EditionHead = {
    id: draft._id,
    title: draft.title,
    origin: 'published',
    publishedOn,
    source: `Published here: ${draft.publishing!.reason}`.slice(0, 2000),
    verified: rules.every(rule => rule.verified),
    layout: 'codes',
  }
  return { head, rules: rows }
}
