import type { HolderDocument, HolderFinding, HolderStep } from '@cte-align/contracts'
import { authorizationKey } from '../decoder/decoder-table.ts'
import { type CompiledDecoder, type HolderAuthorization, plainTitle } from './holder-decoder.ts'

/** Takes a step of the reasoning. Where nobody listens, no sentence is written: whoever counts needs none. */
export type Note = ((step: HolderStep) => unknown) | undefined

export interface Standing {
  /** Null: not on that day. */
  validity: 'valid' | 'unknown' | null
  finding: HolderFinding
  why: string
}

/** Whether a document, with its subject on it, holds on a day: its first and its last day count. */
export function standingOn({ issued, added, expires }: HolderDocument, day: string): Standing {
  if (issued !== null && issued > day)
    return { validity: null, finding: 'not-yet-issued', why: `was issued on ${issued}, after that day` }
  if (added !== null && added > day)
    return { validity: null, finding: 'subject-added-later', why: `has this subject since ${added}, after that day` }
  if (expires !== null && expires !== 'never' && expires < day)
    return { validity: null, finding: 'expired', why: `expired on ${expires}, before that day` }
  const unknown = [...(issued === null ? ['issued'] : []), ...(expires === null ? ['expires'] : [])]
  if (unknown.length > 0) {
    const words = unknown.map(field => (field === 'issued' ? 'when it was issued' : 'when it expires')).join(' nor ')
    return { validity: 'unknown', finding: 'validity-unknown', why: `may hold on that day: nobody says ${words}` }
  }
  const until = expires === 'never' ? 'for life' : `until ${expires}`
  return { validity: 'valid', finding: 'valid', why: `holds on that day: issued on ${issued}, ${until}` }
}

/** What the printed title says of the code. Codes decide; a title that belongs to another code is for a person to look at. */
export function readTitle(
  { printedTitle: title, subjectCode }: HolderDocument,
  decoder: CompiledDecoder,
): { finding: HolderFinding; sentence: string } | null {
  if (title === null || title.trim() === '') return null
  const word = plainTitle(title)
  const [present, earlier] = [decoder.titles.present.get(word) ?? [], decoder.titles.earlier.get(word) ?? []]
  const code = subjectCode ?? 'no subject code'
  const say = (finding: HolderFinding, is: string) => ({
    finding,
    sentence: `The printed title "${title}" ${is}. The code decides.`,
  })
  if (present.some(each => each.code === subjectCode)) return say('present-title', `is that of ${code}`)
  const old = earlier.find(each => each.code === subjectCode)
  if (old !== undefined) {
    const until = old.before === null ? 'an earlier title' : `the title before ${old.before}`
    return say('earlier-title', `is ${until} of ${code}, now ${decoder.subjects.get(old.code)?.title}`)
  }
  const others = [...new Set([...present, ...earlier].map(each => each.code))].sort()
  if (others.length === 0) return say('title-unknown', `is none that is known here for ${code}`)
  const look = 'a person should look at the document'
  return say('title-of-another', `belongs to ${others.join(', ')}, the record has ${code}: ${look}`)
}

/**
 * Vocational documents, no longer first issued and still renewable. Their subjects are occupations (WELD), not sectors, and CTC's
 * table has no row for them, though its page says that a vocational credential is accepted (CTC T01; leaflet CL-888).
 */
const VOCATIONAL = new Set('TC4V TC4P TC4F TC4G SDTG SDTH SDTL SDTN SDTD ST3 ST23 ST24 ST25 ST26 ST31 ST32'.split(' '))

/** What is known of a document's authorization: of its very key, or of the document's name. */
export const relationOf = (held: HolderDocument, decoder: CompiledDecoder): string | null => {
  const listed = decoder.authorization(authorizationKey(held))
  if (listed !== undefined) return listed.cteRelation
  if (VOCATIONAL.has(held.documentCode)) return 'authorizes_vocational_subject'
  const byCodes = OTHERWISE[held.authorizationCode ?? '']
  return byCodes ?? null
}

/** Authorization codes that say by themselves that no CTE sector is meant, whatever subject stands beside them. */
const OTHERWISE: Record<string, string> = {
  R1A: 'supplementary_not_cte',
  R1B: 'supplementary_not_cte',
  R2B: 'supplementary_not_cte',
  SMAA: 'supplementary_not_cte',
  SMAB: 'supplementary_not_cte',
  S17C: 'english_learner_sdaie',
}

/** A document for a CTE sector of which no rule is about: TC4T, TC4H, BIPT. */
export const isSectorDocument = (held: HolderDocument, decoder: CompiledDecoder): HolderAuthorization | undefined =>
  OTHERWISE[held.authorizationCode ?? ''] === undefined ? decoder.sectorDocument(held.documentCode) : undefined

/** What each relation means for somebody who holds it and whom no rule admits. */
const SAYS: Record<string, string> = {
  supplementary_not_cte:
    'CTC states that supplementary and subject matter authorizations do not authorize a CTE sector',
  adult_classes_only: 'it authorizes classes for adults only',
  general_education_only: 'it authorizes general education only',
  specialist_no_course_rule: "it stands in no row of CTC's table for a CTE course code",
  special_subject: 'it authorizes a special subject, no CTE sector',
  supervision: 'it authorizes to supervise and coordinate, not to teach a sector',
  english_learner_sdaie: 'it adds services to English learners to a CTE credential and names no sector',
  authorizes_cte_sector: 'it authorizes a sector, not one that this course code admits',
  authorizes_cte_at_employer_discretion: 'it authorizes a subject that no rule of this course code admits',
}

/** A document that no rule of the course code names: whether a person must look all the same, and what it says. */
export function withoutRule(
  held: HolderDocument,
  decoder: CompiledDecoder,
): { doubt: 'vocational-document' | 'manual-review' | null; finding: HolderFinding; why: string } {
  const relation = relationOf(held, decoder)
  if (relation === 'authorizes_vocational_subject')
    return {
      doubt: 'vocational-document',
      finding: 'for-manual-review',
      why: 'its subjects are occupations, and no list here leads from an occupation to a sector (Coded Correspondence 14-08): a person must look',
    }
  const namesNone = held.subjectCode === null || held.subjectCode === 'NONE'
  const sector =
    relation === 'authorizes_cte_sector' || (relation === null && isSectorDocument(held, decoder) !== undefined)
  if (relation === 'substitute' || (sector && namesNone))
    return {
      doubt: 'manual-review',
      finding: 'for-manual-review',
      why: `${relation === 'substitute' ? 'it is a permit for substitutes and' : 'it'} names no subject that leads to a sector: a person must look`,
    }
  if (relation === null)
    return {
      doubt: null,
      finding: 'not-listed',
      why: `${authorizationKey(held)} is no authorization that is listed here`,
    }
  return {
    doubt: null,
    finding: 'authorizes-otherwise',
    why: SAYS[relation] ?? 'no rule of this course code admits it',
  }
}
