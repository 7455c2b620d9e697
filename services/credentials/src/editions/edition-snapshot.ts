import { keyOf } from '../authorization.ts'
import type { Decoder } from '../decoder/decoder-sides.ts'
import type { EditionHead, EditionRule } from '../decoder/kept-edition.ts'
import type { RuleDraftDoc } from './rule-draft.ts'

type Table = Pick<Decoder, 'rules' | 'authorizations'>

/** The rows of a decoder as an edition keeps them, with the titles of today's catalogue. Pure. */
export function tableRows({ rules, authorizations }: Table): EditionRule[] {
  const byKey = new Map(authorizations.map(row => [keyOf(row), row]))
  return rules.map((rule, index): EditionRule => {
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
}

/** What the table is called that an edition leaves when it is published. Verified only where every rule of it is. */
export const snapshotHead = (draft: RuleDraftDoc, { rules }: Table, publishedOn: string): EditionHead => ({
  id: draft._id,
  title: draft.title,
  origin: 'published',
  publishedOn,
  source: `Published here: ${draft.publishing!.reason}`.slice(0, 2000),
  verified: rules.every(rule => rule.verified),
  layout: 'codes',
})
