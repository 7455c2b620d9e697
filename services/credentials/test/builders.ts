import { FORMAT } from '../src/import-file.ts'

const read = { source: 's1', verified: true, note: null }

export const subject = (code: string, item: string, more = {}) => ({
  code,
  title: `Subject ${code}`,
  framework: 'ca-mcs-2013',
  item,
  ...read,
  ...more,
})

export const document = (code: string, more: Record<string, unknown> = {}) => ({
  code,
  title: `Document ${code}`,
  family: 'designated_subjects',
  status: 'issued',
  ...read,
  ...more,
})

export const authorizationCode = (code: string, more = {}) => ({ code, ...read, ...more })

/** `TC4P/WELD`: an occupation on a vocational document. */
export const vocational = (key: string, more = {}) => {
  const [document, code] = key.split('/') as [string, string]
  return { document, code, title: `Occupation ${code}`, ...read, ...more }
}

/** `CTE/R4T/ANR`; `_` is a code that the source does not give. */
export const authorization = (key: string, more: Record<string, unknown> = {}) => {
  const [documentCode, authorizationCode, subjectCode] = key.split('/').map(code => (code === '_' ? null : code))
  return {
    documentCode: documentCode!,
    authorizationCode: authorizationCode!,
    subjectCode: subjectCode!,
    title: `Credential ${documentCode}`,
    subjectTitle: subjectCode,
    notes: null,
    cteRelation: 'authorizes_cte_sector',
    status: 'current',
    ...read,
    ...more,
  }
}

/** `7100:CTE/R4T/ANR`. */
export const rule = (id: string, more: Record<string, unknown> = {}) => {
  const [courseCode, key] = id.split(':') as [string, string]
  const [documentCode, authorizationCode, subjectCode] = key.split('/') as [string, string, string]
  const kind = subjectCode === '*' ? 'wildcard' : documentCode === 'TC1' ? 'single-subject' : 'sector'
  return {
    courseCode,
    authType: 'Full',
    documentCode,
    authorizationCode,
    subjectCode,
    kind,
    condition: null,
    ...read,
    ...more,
  }
}

/** A section that speaks of a list of the framework of 2013: `law('EC 44260.9', 'sector-count')`; of none without one. */
export const law = (citation: string, list?: string, more: Record<string, unknown> = {}) => ({
  citation,
  subject: `Subject of ${citation}`,
  dependsOn: list === undefined ? [] : [{ framework: 'ca-mcs-2013', list, basis: 'says so', verified: true }],
  ...read,
  ...more,
})

const AT_DISCRETION = { cteRelation: 'authorizes_cte_at_employer_discretion' }

/** A catalogue with each trap of the real one. */
export const catalogue = (more = {}) => ({
  format: FORMAT,
  sources: { s1: 'CTC sort table' },
  subjects: [
    subject('ANR', 'AGR'),
    subject('FAB', 'BUS', { earlierTitle: 'Finance and Business' }),
    subject('ED', 'ENA'),
    subject('FID', 'FID'),
    subject('MSS', 'MSS'),
  ],
  documents: ['CTE', 'AETC', 'BIPT', 'TC1', 'TC4T', 'TC4H', 'SUBE'].map(code => document(code)),
  authorizations: [
    authorization('CTE/R4T/ANR'),
    authorization('CTE/R4T/FAB'),
    authorization('CTE/R4T/FID'),
    authorization('CTE/R4T/MSS'),
    authorization('CTE/S17C/NONE', { subjectTitle: null, cteRelation: 'english_learner_sdaie' }),
    authorization('AETC/R4FA/ANR', { cteRelation: 'adult_classes_only' }),
    authorization('BIPT/_/ANR'),
    authorization('TC1/R1S/AGRI', AT_DISCRETION),
    authorization('TC1/R1S/AGRX', { ...AT_DISCRETION, twinOf: 'TC1/R1S/AGRI' }),
    authorization('TC4T/R4T/ANR', { status: 'legacy', verified: false, note: 'pairing inferred' }),
    authorization('TC4H/R4H/_', { status: 'legacy', verified: false }),
    authorization('SUBE/P30V/NONE', { cteRelation: 'substitute' }),
  ],
  assignmentRules: [
    rule('7000:CTE/R4T/*'),
    rule('7100:CTE/R4T/ANR'),
    rule('7100:TC1/R1S/AGRI'),
    rule('7400:CTE/R4T/FAB'),
    rule('7400:CTE/R4T/MSS'),
  ],
  ...more,
})
