import type { AssignmentRule, GrandfatheringRule, HolderDocument } from '@cte-align/contracts'
import type { HolderDecoder } from '../src/index.ts'

export const CENSUS = '2026-10-07'
export const AT_DISCRETION =
  'Pursuant to Title 5 80004(c), authorized to teach subject in CTE or vocational classes at the discretion of the employing agency'

const codesOf = (key: string) => {
  const [documentCode, authorizationCode, subjectCode] = key.split('/').map(code => (code === '_' ? null : code))
  return {
    documentCode: documentCode!,
    authorizationCode: authorizationCode ?? null,
    subjectCode: subjectCode ?? null,
  }
}

/** `CTE/R4T/ANR`, as issued in 2020 and valid on census day. */
export const held = (key: string, more: Partial<HolderDocument> = {}): HolderDocument => ({
  ...codesOf(key),
  ...{ printedTitle: null, issued: '2020-01-15', added: null, expires: '2030-01-01' },
  ...more,
})

/** `7100:CTE/R4T/ANR`. */
export function ruleOf(id: string, more: Partial<AssignmentRule> = {}): AssignmentRule {
  const [courseCode, key] = id.split(':') as [string, string]
  const { documentCode, authorizationCode, subjectCode } = codesOf(key)
  const kind = subjectCode === '*' ? 'wildcard' : documentCode === 'TC1' ? 'single-subject' : 'sector'
  return {
    ...{ id, courseCode, authType: 'Full', kind, verified: true, documentCode },
    ...{ authorizationCode: authorizationCode ?? '_', subjectCode: subjectCode ?? '_' },
    condition: documentCode === 'TC1' ? AT_DISCRETION : 'Limited to Career Technical, Trade or Vocational Courses',
    ...more,
  }
}

export const keeps = (authorization: string, more: Partial<GrandfatheringRule> = {}): GrandfatheringRule => ({
  id: `keeps-${authorization
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')}`,
  title: 'A rule of a test (hypothetical)',
  precedent: 'grandfather_by_issue_date',
  authorization,
  courseCodes: ['7300'],
  date: 'issued',
  before: '2022-01-01',
  through: null,
  provenance: { source: 'test', verified: true, note: null },
  ...more,
})

const listed = (key: string, cteRelation: string, more = {}) => ({
  ...codesOf(key),
  ...{ title: `Credential ${key}`, subjectTitle: null, cteRelation, status: 'current', twinOf: null, gaps: [] },
  ...more,
})
const SECTORS = ['ANR', 'BTC', 'FAB', 'MSS', 'ITEC']
const unverified = { status: 'legacy', gaps: ['unverified'] }

/** Each trap of the real table. */
export const decoder = (more: Partial<HolderDecoder> = {}): HolderDecoder => ({
  rules: [
    ruleOf('7000:CTE/R4T/*'),
    ruleOf('7000:TC1/R1S/AGRI'),
    ruleOf('7100:CTE/R4T/ANR'),
    ruleOf('7100:TC1/R1S/AGRI'),
    ruleOf('7300:CTE/R4T/BTC'),
    ruleOf('7400:CTE/R4T/FAB'),
    ruleOf('7400:CTE/R4T/MSS'),
    ruleOf('7600:_/_/_', { documentCode: '_', kind: 'sector' }),
    ruleOf('8100:CTE/R4T/ITEC', { verified: false }),
    ruleOf('9060:TC1/R1A/CSCI', { kind: 'other', authType: 'Limited', condition: null }),
  ],
  authorizations: [
    ...SECTORS.map(code => listed(`CTE/R4T/${code}`, 'authorizes_cte_sector')),
    ...SECTORS.map(code => listed(`TC4T/R4T/${code}`, 'authorizes_cte_sector', unverified)),
    ...SECTORS.map(code => listed(`BIPT/_/${code}`, 'authorizes_cte_sector')),
    ...SECTORS.map(code => listed(`AETC/R4FA/${code}`, 'adult_classes_only')),
    listed('TC4H/R4H/_', 'authorizes_cte_sector', unverified),
    listed('TC4V/R4FV/_', 'authorizes_vocational_subject', unverified),
    listed('CTE/S17C/NONE', 'english_learner_sdaie'),
    listed('SUBE/P30V/NONE', 'substitute'),
    listed('SA4/S4/NONE', 'supervision'),
    listed('TC1/R1S/AGRI', 'authorizes_cte_at_employer_discretion', { subjectTitle: 'Agriculture' }),
    listed('TC1/R1S/AGRX', 'authorizes_cte_at_employer_discretion', { twinOf: 'TC1/R1S/AGRI' }),
    listed('TC1/R1A/CSCI', 'supplementary_not_cte', { subjectTitle: 'Computer Science' }),
  ],
  subjects: [
    { code: 'ANR', title: 'Agriculture and Natural Resources', titles: [] },
    {
      code: 'BTC',
      title: 'Building and Construction Trades',
      titles: [{ title: 'Building Trades and Construction', to: '2014-08-31' }],
    },
    { code: 'FAB', title: 'Business and Finance', titles: [{ title: 'Finance and Business', to: '2014-08-31' }] },
    { code: 'MSS', title: 'Marketing, Sales, and Service', titles: [] },
    {
      code: 'ITEC',
      title: 'Information and Communication Technologies',
      titles: [{ title: 'Information Technology', to: '2014-08-31' }],
    },
  ],
  grandfathering: [],
  ...more,
})
