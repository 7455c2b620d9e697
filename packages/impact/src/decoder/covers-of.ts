import type { CteRelation } from '@cte-align/contracts'
import type { Cover, ListedAuthorization, ListedSubject } from './whole-decoder.ts'

const FOLLOWS_ITS_SUBJECT: ReadonlySet<CteRelation> = new Set(['authorizes_cte_sector', 'adult_classes_only'])

type Row = Pick<ListedAuthorization, 'documentCode' | 'subjectCode' | 'cteRelation'> & { verified: boolean }

/**
 * The items an authorization covers by its subject code: the sector that the subject stands for, found in the table of
 * subjects and never by the code itself. Single subjects (TC1) are reached through assignment rules alone.
 */
export function coversOf(
  row: Row,
  subjects: ReadonlyMap<string, ListedSubject>,
): { covers: Cover[] } | { fault: { field: 'subjectCode' | 'cteRelation'; message: string } } {
  const { documentCode, subjectCode, cteRelation } = row
  if (!FOLLOWS_ITS_SUBJECT.has(cteRelation)) return { covers: [] }
  if (documentCode === 'TC1')
    return {
      fault: { field: 'cteRelation', message: 'TC1 is reached through assignment rules, never through a sector' },
    }
  if (subjectCode === null || subjectCode === 'NONE') return { covers: [] }
  const subject = subjects.get(subjectCode)
  if (subject === undefined)
    return { fault: { field: 'subjectCode', message: `No subject ${subjectCode} says which item it stands for` } }
  const verified = row.verified && subject.provenance.verified
  const { framework, key } = subject.item
  return { covers: [{ framework, item: key, verified, basis: `subject code ${subjectCode}` }] }
}
