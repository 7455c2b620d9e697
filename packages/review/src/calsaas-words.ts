import type { Disposition } from './disposition.ts'
import type { FlagState } from './state-machine.ts'

/** A word that CalSAAS publishes. What it means there is told by its source; some are known by name alone. */
export interface CalsaasWord {
  term: string
  /** Whether the meaning is published (`stated`), inferred from the name, or not known at all. */
  meaning: 'stated' | 'inferred' | 'none'
  source: string
  verified: boolean
}

const PAGES = 'ctc.ca.gov CalSAAS pages (stored copies)'

const word = (term: string, meaning: CalsaasWord['meaning'], where: string, verified: boolean): CalsaasWord => ({
  ...{ term, meaning, verified },
  source: `${PAGES}: ${where}`,
})

/** From shared data `facts/calsaas_vocabulary.csv`, category status, in its order. */
export const CALSAAS_STATUSES: readonly CalsaasWord[] = [
  word('Undetermined', 'stated', 'Status', true),
  word('MA Review', 'inferred', 'Status (name only)', false),
  word('Returned to LEA', 'inferred', 'Status; 2021-22 FAQ', false),
  word('Returned to MA', 'inferred', 'Status (name only)', false),
  word('MA Completed', 'inferred', 'Status (name only)', false),
  word('Submitted to CTC', 'stated', 'Status; glossary', true),
  word('Finalized', 'stated', 'Status; 2021-22 FAQ', true),
]

/** The same, category determination. */
export const CALSAAS_DETERMINATIONS: readonly CalsaasWord[] = [
  word('Appropriate Assignment', 'stated', 'determination process', true),
  word('Corrected Misassignment', 'stated', 'determination process', true),
  word('CALPADS Error', 'stated', 'determination process', true),
  word('Local Assignment Option', 'stated', 'Determinations; LAO page', true),
  word('Core Setting', 'stated', 'Determinations', true),
  word('Alternate SPED', 'none', 'county guide (name only)', true),
  word('Short-Term Waiver', 'stated', 'MA Reported', true),
  word('Vacancy', 'stated', 'Determinations', true),
  word('Misassignment', 'stated', 'Determinations', true),
  word('Other', 'none', 'county guide (name only)', true),
]

/** A correspondence that we drew: nobody publishes one, and CalSAAS judges assignments of educators where we judge changes. */
export interface Correspondence {
  term: string
  note: string
}

export const STATE_WORDS: Record<FlagState, { meaning: string; calsaas: Correspondence | null }> = {
  open: {
    meaning: 'Nobody has looked at it.',
    calsaas: { term: 'Undetermined', note: 'Nothing is logged yet, in either.' },
  },
  'in-review': {
    meaning: 'Somebody sees to it.',
    calsaas: { term: 'MA Review', note: 'The one who must decide has it; their meaning is inferred from the name.' },
  },
  returned: {
    meaning: 'It waits for an answer from somebody else.',
    calsaas: { term: 'Returned to LEA', note: 'Sent back for more work; ours names nobody to whom.' },
  },
  resolved: {
    meaning: 'Decided, with a disposition. It can be opened again.',
    calsaas: { term: 'Finalized', note: 'The end of either; theirs is the end of a cycle, ours of one flag.' },
  },
}

/** Their determinations say whether an assignment was right; most of ours say what becomes of a code, for which they have no word. */
export const DISPOSITION_WORDS: Record<Disposition, Correspondence | null> = {
  'no-impact': {
    term: 'Appropriate Assignment',
    note: 'Looked at, and nothing is wrong. Theirs is said of an assignment on a census day.',
  },
  'rename-in-place': null,
  'grandfather-by-issue-date': null,
  'bridge-authorization': null,
  'close-to-new-issuance': null,
  'discontinue-initial-issuance': null,
  'sunset-recommendation': null,
  'replace-document': null,
  add: null,
  drop: null,
  reissue: null,
  recode: null,
  superseded: null,
}
