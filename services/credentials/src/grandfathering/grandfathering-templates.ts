import type { GrandfatheringRule } from '@cte-align/contracts'
import { admittedCodes } from '@cte-align/impact'
import { z } from 'zod'
import type { Decoder } from '../decoder/decoder-sides.ts'
import { problem } from '../errors.ts'
import { grandfatheringIdOf } from './grandfathering-rules.ts'

export const GrandfatheringTemplate = z.object({
  template: z.string(),
  precedent: z.string().meta({ description: 'The pattern, in the words of ctc_change_precedents.csv' }),
  happened: z.string(),
  rule: z
    .string()
    .nullable()
    .meta({ description: 'What a grandfathering rule of this kind looks like; null: it needs none' }),
  why: z.string(),
  fillable: z.boolean().meta({ description: 'POST /grandfathering-rules/from-template fills it' }),
  source: z.string(),
  verified: z.boolean(),
})
export type GrandfatheringTemplate = z.infer<typeof GrandfatheringTemplate>

const COURSE_TABLE = 'difference of two editions of the CTC course table'
type Row = Omit<GrandfatheringTemplate, 'template' | 'fillable'>

/** The nine patterns of change that the field has seen, from shared data `facts/ctc_change_precedents.csv`. */
const PATTERNS: Row[] = [
  {
    precedent: 'rename_in_place',
    happened: 'Five of 15 sector titles changed on 2014-09-01; the subject codes stayed.',
    rule: null,
    why: 'Holders keep their code, and codes decide.',
    source: 'Coded Correspondence 14-08; T12FILE; sort table',
    verified: true,
  },
  {
    precedent: 'grandfather_by_issue_date',
    happened: 'Physical Education authorizations issued before 2022 may teach dance (Coded 21-01).',
    rule: 'An authorization, the course codes that its holders keep, the date that counts (issued or added), and before which day.',
    why: 'The decoder drops a row for new holders and not for those of before.',
    source: 'CTC course table of 2026-08-28, notes',
    verified: true,
  },
  {
    precedent: 'discontinue_initial_issuance',
    happened: 'Specialized science subjects: initial issuance discontinued in 2020.',
    rule: null,
    why: 'It stays listed and valid: the decoder keeps its rows. If it drops them, take grandfather-by-issue-date.',
    source: 'sort table, notes',
    verified: true,
  },
  {
    precedent: 'closed_but_renewable',
    happened:
      'Vocational credentials are no longer issued for the first time since November 2007, and still renewable.',
    rule: null,
    why: 'Their subjects are occupations, which lead to no course code here: a person looks at each.',
    source: 'ctc.ca.gov, page on adult vocational education (2008)',
    verified: true,
  },
  {
    precedent: 'sunset_recommendation_date',
    happened: 'Prior education specialist authorizations: the last recommendation on 2026-06-30.',
    rule: null,
    why: 'The date is on the side of the program, not of the holder.',
    source: 'csub.edu, program page',
    verified: true,
  },
  {
    precedent: 'bridge_authorization',
    happened: 'R3BM, R3BE and R3BC give the services of the new authorization that the old one lacks.',
    rule: null,
    why: 'The holder gets a further code, and the decoder a row for it.',
    source: 'sort table; CTC credential authorizations of 2026-08-28',
    verified: true,
  },
  {
    precedent: 'document_code_replaced',
    happened: 'TC4T and TC4H were followed by one CTE document.',
    rule: null,
    why: 'The old document needs rows of its own in the decoder; its succession is inferred from dates of statutes.',
    source: 'CTC tables T01 and T12 of 2026-08-28',
    verified: false,
  },
  {
    precedent: 'course_code_added',
    happened: 'A course code stands in one edition of the course table and not in the earlier one.',
    rule: null,
    why: 'Nobody loses anything.',
    source: COURSE_TABLE,
    verified: true,
  },
  {
    precedent: 'course_code_dropped',
    happened: 'A course code stands in one edition of the course table and not in the later one.',
    rule: null,
    why: 'Nothing is left to be authorized for; what takes its place was not published.',
    source: COURSE_TABLE,
    verified: true,
  },
]

const FILLABLE = 'grandfather_by_issue_date'
export const GRANDFATHERING_TEMPLATES: GrandfatheringTemplate[] = PATTERNS.map(row => ({
  ...{ ...row, template: row.precedent.replaceAll('_', '-'), fillable: row.precedent === FILLABLE },
}))
export const TEMPLATE_NAMES = GRANDFATHERING_TEMPLATES.map(({ template }) => template) as [string, ...string[]]

/** A rule by which holders keep all that a decoder admits them to; written nowhere. Throws where there is none to make. */
export function fillTemplate(
  template: string,
  decoder: Decoder,
  wanted: Pick<GrandfatheringRule, 'authorization' | 'date' | 'before'>,
): { rule: GrandfatheringRule; notes: string[] } {
  const row = GRANDFATHERING_TEMPLATES.find(each => each.template === template)!
  if (!row.fillable) throw problem('CTE_TEMPLATE_WITHOUT_RULE', { template, why: row.why })
  const { authorization, date, before } = wanted
  const { sure, wildcard } = admittedCodes(decoder, authorization)
  if (sure.length + wildcard.length === 0) throw problem('CTE_NOTHING_TO_KEEP', { authorization, side: decoder.side })
  const word = date === 'issued' ? 'issued' : 'with the subject added'
  const free =
    wildcard.length === 0 ? [] : [`${wildcard.join(', ')}: admitted in free words only; keep them if they are meant`]
  return {
    rule: {
      id: grandfatheringIdOf(wanted),
      title: `${authorization} ${word} before ${before} keeps what it was admitted to`,
      precedent: row.precedent,
      authorization,
      courseCodes: [...sure, ...wildcard],
      date,
      before,
      through: null,
      provenance: { source: `Filled from ${decoder.title}; a person must decide`, verified: false, note: null },
    },
    notes: [
      'A draft that nobody has decided: say its source, and that it is verified, when you put it in force',
      ...free,
    ],
  }
}
