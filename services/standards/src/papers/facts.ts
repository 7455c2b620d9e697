/** A fact with where it was read and whether somebody read it there. */
export interface Sourced {
  source: string
  verified: boolean
}

/** A submission of CALPADS as its calendar had it. Null: the copy that was read does not say. */
export interface SubmissionWindow extends Sourced {
  schoolYear: string
  submission: string
  opens: string | null
  certify: string | null
  amend: string | null
}
const CALENDAR = 'CDE CALPADS Calendar page'
const row = (
  schoolYear: string,
  submission: string,
  [opens, certify, amend]: readonly [string | null, string | null, string | null],
  source: string,
): SubmissionWindow => ({ schoolYear, submission, opens, certify, amend, source, verified: true })

export const SUBMISSION_WINDOWS: readonly SubmissionWindow[] = [
  row('2024-25', 'Fall 1', ['2024-10-02', '2024-12-13', '2025-01-24'], `${CALENDAR} 2024-25; Flash 290`),
  row('2024-25', 'Fall 2', ['2024-10-02', '2025-02-28', null], `${CALENDAR} 2024-25; Flash 290`),
  row('2024-25', 'EOY 1', ['2025-05-06', '2025-07-25', '2025-08-08'], `${CALENDAR} 2024-25; Flash 306`),
  row('2024-25', 'EOY 2', ['2025-05-06', '2025-07-25', '2025-08-08'], `${CALENDAR} 2024-25`),
  row('2025-26', 'Fall 1', ['2025-10-01', '2025-12-12', '2026-01-23'], `${CALENDAR} 2025-26`),
  row('2025-26', 'Fall 2', ['2025-10-01', '2026-02-27', null], `${CALENDAR} 2025-26`),
  row(
    '2025-26',
    'EOY 1',
    ['2026-05-05', null, '2026-07-31'],
    'documentation.calpads.org Fall1ReportingRoadmap, 2025-08-28',
  ),
]

/** What a decision of the Commission says for holders, before the day from which it holds and from then on. In our words, after the precedents in packages/review. */
export const GUIDANCE: Readonly<Record<string, { until: string; from: string }>> = {
  'no-impact': { until: 'Nothing changes.', from: 'Nothing changes.' },
  'rename-in-place': {
    until: 'Documents are issued with the former title.',
    from: 'Documents are issued with the new title. The code stays, and holders keep it; a document printed earlier may show the former title.',
  },
  'grandfather-by-issue-date': {
    until: 'What is issued up to this day keeps the wider use.',
    from: 'What is issued from this day on has the new use only.',
  },
  'bridge-authorization': {
    until: 'Holders keep what they have.',
    from: 'A further code gives holders the services of the new authorization that the former one lacks.',
  },
  'close-to-new-issuance': {
    until: 'It can still be issued for the first time.',
    from: 'It is no longer issued for the first time. It can be renewed, and its subjects remain in use.',
  },
  'discontinue-initial-issuance': {
    until: 'It can still be issued.',
    from: 'It is no longer issued. It remains listed and valid.',
  },
  'sunset-recommendation': {
    until: 'Programs may recommend candidates.',
    from: 'Programs no longer recommend candidates. Holders are not touched.',
  },
  'replace-document': {
    until: 'The former document is issued.',
    from: 'Another document takes its place, with the same subject codes.',
  },
}
