import type { EditionHead, EditionRule } from '../src/decoder/kept-edition.ts'

export const head = (id: string, more: Partial<EditionHead> = {}): EditionHead => ({
  id,
  title: `Edition ${id}`,
  origin: 'imported',
  publishedOn: null,
  source: 'a file of a test',
  verified: false,
  layout: 'codes',
  ...more,
})

/** `7100:CTE/R4T/ANR`; `_` is a code that is blank. */
export function editionRule(id: string, more: Partial<EditionRule> = {}): EditionRule {
  const [courseCode, key] = id.split(':') as [string, string]
  const [documentCode, authorizationCode, subjectCode] = key.split('/').map(code => (code === '_' ? null : code))
  return {
    row: 2,
    courseCode,
    authType: 'Full',
    documentCode: documentCode!,
    authorizationCode: authorizationCode!,
    subjectCode: subjectCode!,
    kind: subjectCode === '*' ? 'wildcard' : documentCode === 'TC1' ? 'single-subject' : 'sector',
    authorizationTitle: null,
    subjectTitle: null,
    condition: null,
    courseTitle: null,
    broadSubject: null,
    setting: null,
    joinedByTitle: false,
    gaps: [],
    ...more,
  }
}
