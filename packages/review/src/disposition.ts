import { z } from 'zod'

/** How a flag was resolved: what an agency decided, or that an erratum's flag took its place. */
export const Disposition = z.enum([
  'no-impact',
  'rename-in-place',
  'grandfather-by-issue-date',
  'bridge-authorization',
  'close-to-new-issuance',
  'discontinue-initial-issuance',
  'sunset-recommendation',
  'replace-document',
  'add',
  'drop',
  'reissue',
  'recode',
  'superseded',
])
export type Disposition = z.infer<typeof Disposition>

/** Those that people decide on. `superseded` is no decision: an erratum's assessment sets it, and nobody else. */
export const CHOOSABLE: readonly Disposition[] = Disposition.exclude(['superseded']).options

interface DispositionRow {
  meaning: string
  /** Where the field has done this before. */
  precedent: string
  verified: boolean
}

const SORT_TABLE = "CTC's sort table, notes"
const EDITIONS = "difference of two editions of CTC's course table; no successor was published"

/** The patterns of change that the field has seen, from shared data `facts/ctc_change_precedents.csv` where not said otherwise. */
export const DISPOSITIONS: Record<Disposition, DispositionRow> = {
  'no-impact': {
    meaning: 'Looked at; nothing of this agency changes.',
    precedent: 'Our own word: the answer that needs no precedent.',
    verified: false,
  },
  'rename-in-place': {
    meaning: 'The title changes and the code stays; holders keep their code.',
    precedent: 'Coded Correspondence 14-08: five of 15 sector titles changed on 2014-09-01',
    verified: true,
  },
  'grandfather-by-issue-date': {
    meaning: 'What was issued before a date keeps the wider use; the rule gets an issue-date condition.',
    precedent: 'Coded Correspondence 21-01: Physical Education issued before 2022 may teach dance',
    verified: true,
  },
  'bridge-authorization': {
    meaning: 'A further code gives holders the services of the new authorization that the old one lacks.',
    precedent: `${SORT_TABLE}: R3BM, R3BE, R3BC`,
    verified: true,
  },
  'close-to-new-issuance': {
    meaning: 'No longer issued for the first time, still renewable; its subjects remain in use.',
    precedent: 'CTC page on adult vocational education (2008): vocational credentials from November 2007',
    verified: true,
  },
  'discontinue-initial-issuance': {
    meaning: 'No longer issued; still listed and still valid.',
    precedent: `${SORT_TABLE}: specialized science, "Initial Issuance Discontinued in 2020"`,
    verified: true,
  },
  'sunset-recommendation': {
    meaning: 'Programs recommend candidates until a date; holders are not touched.',
    precedent: 'csub.edu program page: education specialist authorizations, last recommendation 2026-06-30',
    verified: true,
  },
  'replace-document': {
    meaning: 'Another document code takes over; the subject codes are the same on both.',
    precedent: 'TC4T and TC4H followed by the CTE document; inferred from SB 52 (2007) and SB 1104 (2009)',
    verified: false,
  },
  add: { meaning: 'A code is added.', precedent: EDITIONS, verified: true },
  drop: { meaning: 'A code is dropped.', precedent: EDITIONS, verified: true },
  reissue: {
    meaning: 'Texts that quote the standard (leaflets, templates, program documents) are issued again.',
    precedent: "Inferred from CTC's published steps after a rulemaking (leaflet CL-888, program sponsor alerts)",
    verified: false,
  },
  recode: {
    meaning: 'Records move to another code; the map from old to new is published.',
    precedent: "CDE's mapping template of 2017-18 (4000-5999 to 7000-8999) and Map of Course Codes of 2019-20",
    verified: true,
  },
  superseded: {
    meaning: 'An erratum corrected the release; its flag stands in the place of this one. Set by the system alone.',
    precedent: 'Our own word: nothing was decided, the question was put anew.',
    verified: false,
  },
}
