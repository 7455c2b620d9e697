import type { Column } from '@cte-align/service'

const col = (...headings: string[]): Column => ({ headings })
const maybe = (...headings: string[]): Column => ({ headings, optional: true })

/** CTC's table with codes, as its export of 2023. The last four come with our own export of an edition that has titles alone. */
export const CODES = {
  courseCode: col('Course Code'),
  authType: col('Auth Type'),
  document: col('Document Title'),
  authorizationTitle: col('Authorization Title'),
  authorization: col('Authorization Code'),
  subject: col('Subject Code'),
  subjectTitle: col('Subject'),
  condition: maybe('Notes or Restrictions', 'Notes'),
  courseTitle: maybe('Course Title'),
  broadSubject: maybe('Broad Subject'),
  setting: maybe('Setting'),
  basis: maybe('Basis'),
} satisfies Record<string, Column>
export type CodesColumn = keyof typeof CODES

/** CTC's table with titles alone, as published in 2026. */
export const TITLES = {
  courseCode: col('Course Code'),
  courseTitle: col('Course Title'),
  broadSubject: col('Broad Subject'),
  setting: col('Setting'),
  credentials: col('Credentials Authorizing Course'),
  condition: maybe('Notes'),
} satisfies Record<string, Column>
export type TitlesColumn = keyof typeof TITLES

/** What `Basis` says of a row of an edition that has titles alone. */
export const BASIS = { joined: 'joined by title', notJoined: 'not joined', noCredential: 'no credential' } as const

/** Other tables of this field that somebody may send by mistake, by headings that no other has. */
export const OTHER_TABLES: readonly { what: string; headings: readonly string[] }[] = [
  {
    what: 'an export of our assignment rules: GET /rule-editions/{id}/export gives CTC’s layout',
    headings: ['courseCode', 'documentCode', 'kind'],
  },
  { what: 'an export of our authorizations', headings: ['key', 'documentCode', 'cteRelation'] },
  {
    what: 'CTC’s authorization sort table, which says nothing of course codes',
    headings: ['Authorization Title', 'Authorization Code', 'Subject Code'],
  },
  { what: 'CALPADS Code Sets: they belong to the course codes service', headings: ['Code Set Name', 'Coded Value'] },
  {
    what: 'an Advance CTE crosswalk: it belongs to the standards service (POST /imports/pairs)',
    headings: ['Career Cluster', 'Sub-Cluster'],
  },
  {
    what: 'a list of CIP codes: it belongs to the standards service (POST /imports/scheme)',
    headings: ['CIP Code', 'CIP Title'],
  },
  { what: 'holder profiles: POST /holder-check takes them', headings: ['Document Code', 'Issue Date'] },
]
