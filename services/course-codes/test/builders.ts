import { type AssignmentRule, CteEvent, type Dependent, idFrom, toSequence } from '@cte-align/contracts'
import { FORMAT } from '../src/import-file.ts'

const read = { source: 's1', verified: true, note: null }
const MCS = 'ca-mcs-2013'

export const pathway = (item: string, name: string, code: string | null = null) => ({
  code,
  name,
  framework: MCS,
  item,
  blocks: [],
  ...read,
})

/** `at('AGR.A')`; `at('*')` is the wildcard. */
export const at = (item: string, more = {}) => ({
  framework: MCS,
  ...(item === '*' ? { any: 'sector' } : { item }),
  basis: 'title match',
  verified: true,
  ...more,
})

export const courseCode = (code: string, level: string, items: string[], more: Record<string, unknown> = {}) => ({
  code,
  title: `Course ${code}`,
  level,
  levelBasis: 'title',
  sectorName: 'Some sector',
  pathwayName: null,
  pathwayBasis: null,
  effectiveFrom: null,
  effectiveTo: null,
  alignments: items.map(item => at(item)),
  ...read,
  ...more,
})

/** A catalogue with each trap of the real one. */
export const catalogue = (more = {}) => ({
  format: FORMAT,
  sources: { s1: 'CTC table of course codes' },
  pathways: [
    pathway('AGR.A', 'Agricultural Business', '100'),
    pathway('AGR.B', 'Agricultural Mechanics', '101'),
    pathway('FID.C', 'Personal Services'),
  ],
  courseCodes: [
    courseCode('7000', 'exploratory', ['*'], { sectorName: 'Elective' }),
    courseCode('7100', 'introductory', ['AGR'], { sectorName: 'Agriculture and Natural Resources' }),
    courseCode('7111', 'concentrator', ['AGR.A'], { pathwayName: 'Agricultural Business' }),
    courseCode('7112', 'capstone', ['AGR.A'], { pathwayName: 'Agricultural Business' }),
    courseCode('7121', 'concentrator', ['AGR.B'], { effectiveFrom: '2017-18', effectiveTo: '2025-26' }),
    courseCode('7400', 'introductory', ['BUS', 'MSS']),
    courseCode('7839', 'capstone', ['FID.C'], { title: 'Advanced Level 4 Cosmetology', levelBasis: 'inferred' }),
    courseCode('9000-01', 'introductory', ['AGR'], { effectiveFrom: '2026-27', effectiveTo: '2029-30' }),
  ],
  ...more,
})

const authorization = (key: string): Dependent => ({
  kind: 'authorization',
  key,
  title: `Title of ${key}`,
  level: null,
})

/** CTC says of a rule, `7100:TC1/R1S/AGRI`, as number `sequence`. */
export function ruleSaid(sequence: number, id: string, twins: string[] = [], more: Partial<AssignmentRule> = {}) {
  const [course, key] = id.split(':') as [string, string]
  const [documentCode, authorizationCode, subjectCode] = key.split('/') as [string, string, string]
  const wildcard = subjectCode === '*'
  const kind = wildcard ? 'wildcard' : documentCode === 'TC1' ? 'single-subject' : 'sector'
  const codes = { documentCode, authorizationCode, subjectCode, kind } as const
  const said = { id, courseCode: course, authType: 'Full', ...codes, condition: null, verified: true, ...more } as const
  return CteEvent.parse({
    specversion: '1.0',
    id: idFrom('test-ctc', sequence),
    source: '/cte/credentials',
    type: 'cte.ctc.assignment-rule.changed',
    subject: id,
    time: '2026-11-22T12:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: '/schemas/cte.ctc.assignment-rule.changed',
    sequence: toSequence(sequence),
    correlationid: 'test',
    data: {
      rule: said,
      authorization: wildcard ? null : authorization(key),
      twins: twins.map(authorization),
      removed: false,
    },
  })
}
