import { courseCodes } from './course-code-table.ts'
import { SUBMISSION_WINDOWS } from './facts.ts'
import {
  type Block,
  counted,
  heading,
  type Inline,
  joined,
  type Line,
  list,
  paragraph,
  table,
  terms,
  words,
} from './paper.ts'
import type { PaperData } from './paper-data.ts'
import { headline } from './plain-change.ts'
import type { Sources } from './sources.ts'
import { bySeverity, standing } from './standing.ts'
import { dateOf, dayInWords, isDraft, UNKNOWN } from './wording.ts'

const MOST = 250

/** For the person in a district who keeps course codes in order, and wants to know: mine? what do I do? until when? */
export function calpadsFlash(data: PaperData, sources: Sources): Block[] {
  const { calpads } = data.agencies
  const year = dateOf(data.dates, 'calpadsSchoolYear')
  return [
    standing(data, sources),
    terms([
      { term: 'Flash number', line: [{ blank: 'to be given by CALPADS' }] },
      { term: 'Date', line: [{ blank: 'to be filled in' }] },
      { term: 'For', line: ['CALPADS administrators, CTE coordinators and student information system vendors'] },
      { term: 'First school year', line: [year] },
    ]),
    heading('In brief'),
    ...inBrief(data, sources, year),
    heading('Which course codes'),
    ...courseCodes(data, sources),
    heading('Sequences that would no longer hold'),
    ...sequences(data, sources),
    heading('What to do, and by when'),
    ...list(whatToDo(data, sources, year)),
    heading('Submission windows'),
    ...windows(data.dates.calpadsSchoolYear ?? null),
    heading('What has not been decided'),
    ...list(undecided(data, sources)),
    ...(calpads.total === 0
      ? []
      : [heading('Questions'), paragraph('Contact: ', { blank: 'CALPADS office to fill in' })]),
  ]
}

function inBrief(data: PaperData, sources: Sources, year: string): Block[] {
  const { calpads } = data.agencies
  const first = headline(data.changes, 3)
  const what = first.length === 0 ? [words(`${data.title}.`)] : joined(first, ' ')
  if (calpads.total === 0)
    return [paragraph('The standards change. ', ...what, ' No course code hangs on what changes.')]
  return [
    paragraph('The standards change. ', ...what),
    ...list([
      [...bySeverity(calpads, sources), '.'],
      [
        'This paper renumbers no course code: the standards have codes of their own, and a new one there is not a new state course code.',
      ],
      [
        year === UNKNOWN
          ? 'The school year from which it holds is unknown: nobody has set it.'
          : `It holds from school year ${year}.`,
      ],
    ]),
  ]
}

function sequences({ agencies: { calpads } }: PaperData, sources: Sources): Block[] {
  if (calpads.findings.length === 0)
    return [
      paragraph(
        'None found. (A sequence is the concentrator and the capstone of one pathway; it breaks where a split parts them.)',
      ),
    ]
  const rows = calpads.findings
    .slice(0, MOST)
    .map((finding): Line[] => [
      [words(`${finding.pathway.key}, ${finding.pathway.title}`)],
      finding.parts.flatMap((each, at): Inline[] => [
        ...(at === 0 ? [] : ['; ']),
        `${each.level} ${each.courseCodes.join(', ')} goes to `,
        words(`${each.successor.key}, ${each.successor.title}`),
      ]),
      [words(finding.message)],
    ])
  return [
    ...table('Sequences by pathway', ['Pathway', 'Its course codes', 'What is wrong'], rows),
    paragraph(
      counted(calpads.withFindings, ['course code', 'course codes'], sources.dependents(calpads, { findings: true })),
      calpads.withFindings === 1 ? ' stands' : ' stand',
      ' in a sequence that would no longer hold. A student who has passed the concentrator may find no capstone in the same pathway.',
    ),
  ]
}

function whatToDo(data: PaperData, sources: Sources, year: string): Line[] {
  const { calpads } = data.agencies
  const { breaking, review, notice } = calpads.bySeverity
  const by =
    year === UNKNOWN ? 'By when: unknown, until the school year is set.' : `By: before school year ${year} begins.`
  const noun = ['course code', 'course codes'] as const
  const waits = isDraft(data)
    ? 'Do not recode anything yet: this is a proposal.'
    : 'Do not recode before CALPADS names what follows each code.'
  return [
    ...(breaking > 0
      ? [
          [
            'Find out which of your local courses are mapped to ',
            counted(breaking, noun, sources.dependents(calpads, { severity: 'breaking' })),
            ` marked "Act". ${waits} ${by}`,
          ],
        ]
      : []),
    ...(review > 0
      ? [
          [
            'For ',
            counted(review, noun, sources.dependents(calpads, { severity: 'review' })),
            ' marked "Look", wait for what CALPADS says. Go on reporting as you do.',
          ],
        ]
      : []),
    ...(notice > 0
      ? [
          [
            'For ',
            counted(notice, noun, sources.dependents(calpads, { severity: 'notice' })),
            ' marked "Know", report as you do. Titles that you print may change; codes do not.',
          ],
        ]
      : []),
    ...(data.decoder !== null && data.decoder.withoutPair > 0
      ? [
          [
            'For ',
            counted(data.decoder.withoutPair, noun, sources.withoutPair),
            ' no authorization would be certain any more: plan who teaches them with your county office before assignments are made.',
          ],
        ]
      : []),
    ...(calpads.total === 0 ? [['Nothing.']] : []),
    ...(calpads.withFindings > 0
      ? [
          [
            'Where a sequence would no longer hold, look at the four-year plans of students who are between its concentrator and its capstone.',
          ],
        ]
      : []),
  ]
}

function windows(year: string | null): Block[] {
  if (year === null) return [paragraph('The school year is unknown, so no window can be named.')]
  const rows = SUBMISSION_WINDOWS.filter(({ schoolYear }) => schoolYear === year)
  if (rows.length === 0)
    return [paragraph(`This system holds no submission calendar for ${year}. See the CALPADS calendar of that year.`)]
  const day = (given: string | null) => [given === null ? 'not in the copy read' : dayInWords(given)]
  return table(
    `Submissions of ${year}`,
    ['Submission', 'Opens', 'Certify by', 'Amend by', 'Read in'],
    rows.map(({ submission, opens, certify, amend, source }) => [
      [submission],
      day(opens),
      day(certify),
      day(amend),
      [source],
    ]),
  )
}

function undecided(data: PaperData, sources: Sources): Line[] {
  const { calpads } = data.agencies
  const noun = ['course code', 'course codes'] as const
  const open = (['open', 'in-review', 'returned'] as const).filter(state => (calpads.byState[state] ?? 0) > 0)
  return [
    ...(isDraft(data)
      ? [['Everything: the proposal is not published. CALPADS has decided nothing on any of these course codes.']]
      : []),
    ...open.map(
      (state): Line => [
        counted(calpads.byState[state]!, noun, sources.dependents(calpads, { state })),
        ` ${state === 'open' ? 'not taken up yet' : state === 'in-review' ? 'being looked at' : 'given back with a question'} by CALPADS.`,
      ],
    ),
    ...calpads.dispositions.map(
      ({ disposition, meaning, count }): Line => [
        'Decided: ',
        counted(count, noun, sources.dependents(calpads, { disposition })),
        `, "${disposition.replaceAll('-', ' ')}". ${meaning}`,
      ],
    ),
    ...(calpads.undecided > 0
      ? [
          [
            'To which part of a split pathway ',
            counted(calpads.undecided, noun, sources.dependents(calpads, { undecided: true })),
            ' will belong.',
          ],
        ]
      : []),
    ...(calpads.unverified > 0
      ? [
          [
            'Whether the change touches ',
            counted(calpads.unverified, noun, sources.dependents(calpads, { unverified: true })),
            ' at all: the way there leads over a relation or link that nobody has verified.',
          ],
        ]
      : []),
    ...(dateOf(data.dates, 'calpadsSchoolYear') === UNKNOWN ? [['The first school year.']] : []),
    ...(calpads.total === 0 ? [] : [['Which new state course codes, if any, will be made. None is named here.']]),
  ]
}
