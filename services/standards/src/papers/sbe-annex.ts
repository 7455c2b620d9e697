import { heard } from './heard.ts'
import { lawLines } from './law-touched.ts'
import {
  type Block,
  counted,
  heading,
  type Inline,
  joined,
  type Line,
  link,
  list,
  paragraph,
  table,
  words,
} from './paper.ts'
import type { PaperData, SignOffWord } from './paper-data.ts'
import { headline } from './plain-change.ts'
import { paragraphsOf } from './plain-text.ts'
import type { Sources } from './sources.ts'
import { bySeverity, standing } from './standing.ts'
import { changesTable, classTable, datesTable, rowsTable, severityTable } from './tables.ts'
import { unknowns } from './unknowns.ts'
import { whoMayTeach } from './who-may-teach.ts'
import { AGENCY_NAMES, DEPENDENTS, dateOf, dayInWords, isDraft } from './wording.ts'

const MOST = 100

/** For a member of the State Board, who reads the first page alone and may be asked about any number on it. */
export function sbeAnnex(data: PaperData, sources: Sources): Block[] {
  const { agencies } = data
  const acts = agencies.ctc.bySeverity.breaking + agencies.calpads.bySeverity.breaking
  return [
    standing(data, sources),
    heading('Summary'),
    ...summary(data, sources),
    { block: 'heading', level: 2, text: 'What changes', newPage: true },
    ...classTable(data, sources),
    ...changesTable(data, sources, MOST),
    heading('Whom it concerns'),
    paragraph(
      'Two agencies keep records that hang on the standards: what a teacher is authorized to teach (CTC) and the course codes that districts report (CALPADS). Each touched record counts once, at the gravest of what reaches it.',
    ),
    ...severityTable(data, sources),
    ...(acts === 0
      ? [paragraph('Nobody has to act before the change takes effect.')]
      : [
          ...rowsTable(agencies.ctc, sources, {
            severity: 'breaking',
            most: MOST,
            caption: 'Teaching authorizations to act on',
          }),
          ...rowsTable(agencies.calpads, sources, {
            severity: 'breaking',
            most: MOST,
            caption: 'Course codes to act on',
          }),
        ]),
    ...rest(data, sources),
    ...law(data, sources),
    heading('Who may teach what'),
    ...whoMayTeach(data, sources, { most: 30 }),
    heading('Equity'),
    ...equity(data),
    heading('What was said, and what became of it'),
    ...heard(data, sources),
    heading('Where the agencies stand'),
    ...signOffs(data, sources),
    heading('Dates'),
    ...datesTable(data),
    heading('What is not known'),
    ...list(unknowns(data, sources)),
    heading('References'),
    ...references(data, sources),
  ]
}

function summary(data: PaperData, sources: Sources): Block[] {
  const { agencies, dates, framework, changes } = data
  const draft = isDraft(data)
  return [
    paragraph(...whatIsProposed(data)),
    ...list([
      [
        { strong: 'Size.' },
        ' ',
        counted(changes.total, ['change', 'changes'], sources.changes()),
        ' to the ',
        words(framework.title),
        '.',
      ],
      [{ strong: 'Teachers (CTC).' }, ' ', ...bySeverity(agencies.ctc, sources), '.'],
      [{ strong: 'Course codes (CALPADS).' }, ' ', ...bySeverity(agencies.calpads, sources), '.'],
      [{ strong: 'What that asks.' }, ' ', asks(data)],
      ...notCertain(data, sources),
      [{ strong: 'Agencies.' }, ' ', ...inShort(data)],
      [
        { strong: draft ? 'Planned.' : 'Dates.' },
        ' ',
        `Board adoption: ${dateOf(dates, 'adoption')}. In force: ${dateOf(dates, 'effective')}. First CALPADS school year: ${dateOf(dates, 'calpadsSchoolYear')}.`,
      ],
    ]),
  ]
}

/** The proposer's own words, else the gravest changes in ours. */
function whatIsProposed({ description, changes, title, corrects }: PaperData): Inline[] {
  const errata = corrects === null ? [] : [` It corrects release ${corrects}.`]
  const own = description === null ? [] : paragraphsOf(description)
  if (own.length > 0) return [words(own.join(' ')), ...errata]
  const first = headline(changes, 3)
  const isMore = headline(changes, 4).length > 3 || changes.own > changes.shown.length
  const more = isMore ? [' There is more; see "What changes".'] : []
  if (first.length === 0) return [words(title), '. It changes nothing yet.', ...errata]
  return [...joined(first, ' '), ...more, ...errata]
}

/** Without this the numbers above it would say more than anybody knows. */
function notCertain({ agencies: { ctc, calpads } }: PaperData, sources: Sources): Line[] {
  const doubtful = [ctc, calpads].filter(({ unverified }) => unverified > 0)
  if (doubtful.length === 0) return []
  const figures = doubtful.map(
    (agency): Line => [
      counted(agency.unverified, DEPENDENTS[agency.agency], sources.dependents(agency, { unverified: true })),
    ],
  )
  return [
    [
      { strong: 'Not certain.' },
      ' Of these, ',
      ...joined(figures, ' and '),
      ' are listed only because of links that nobody has verified.',
    ],
  ]
}

function asks({ agencies: { ctc, calpads } }: PaperData): string {
  const breaking = ctc.bySeverity.breaking + calpads.bySeverity.breaking
  const review = ctc.bySeverity.review + calpads.bySeverity.review
  if (breaking > 0)
    return 'Records "to act on" stop fitting the standards on the day the change takes effect, unless CTC or CALPADS acts first: an authorization or a course code points at something that is no longer there, or covers something else.'
  if (review > 0)
    return 'Nobody has to act before the change takes effect; CTC and CALPADS must look at the records named and decide whether anything follows.'
  if (ctc.total + calpads.total > 0)
    return 'Nothing has to be done. The records named keep their codes and their use; their owners should know of the change.'
  if (ctc.law.length > 0)
    return 'No authorization and no course code hangs on what changes, as far as the published tables say. What of law speaks of it is named under "Whom it concerns".'
  return 'No record of CTC or CALPADS hangs on what changes, as far as the published tables say.'
}

function inShort({ signOffs, over }: PaperData): Inline[] {
  if (signOffs.every(({ reason }) => reason === null)) return ['None has signed yet.']
  const lines = signOffs.flatMap((each): Inline[] => {
    const lapsed = each.lapsed === null ? '' : ' (no longer holds)'
    const why = each.word === 'objects' && each.reason !== null ? [': ', words(each.reason)] : []
    return [`${each.agency} ${each.word}${lapsed}`, ...why, '. ']
  })
  return over === null ? lines : [...lines, `CDE goes over ${over.agencies.join(' and ')}: `, words(over.reason)]
}

function rest({ agencies }: PaperData, sources: Sources): Block[] {
  const lines = [agencies.ctc, agencies.calpads].flatMap(agency => {
    const { review, notice } = agency.bySeverity
    const noun =
      agency.agency === 'CTC'
        ? (['authorization', 'authorizations'] as const)
        : (['course code', 'course codes'] as const)
    return [
      ...(review > 0
        ? [[counted(review, noun, sources.dependents(agency, { severity: 'review' })), ' to look at']]
        : []),
      ...(notice > 0
        ? [[counted(notice, noun, sources.dependents(agency, { severity: 'notice' })), ' to know of']]
        : []),
    ]
  })
  return lines.length === 0 ? [] : [paragraph('Not listed one by one; the links list them:'), ...list(lines)]
}

function law(data: PaperData, sources: Sources): Block[] {
  const lines = lawLines(data, sources)
  if (lines.length === 0) return []
  return [
    paragraph('Law that counts or names the sectors; whether it must be amended is a question for counsel:'),
    ...list(lines),
  ]
}

function equity({ equity: said }: PaperData): Block[] {
  if (said === null)
    return [
      paragraph('Nobody has written down yet who gains and who loses by this change. It must be said before review.'),
    ]
  return paragraphsOf(said).map(text => paragraph(words(text)))
}

function signOffs({ signOffs, over }: PaperData, sources: Sources): Block[] {
  const rows = signOffs.map((each): Line[] => [
    [AGENCY_NAMES[each.agency]],
    [each.lapsed === null ? each.word : `${each.word}; no longer holds: ${each.lapsed}`],
    each.reason === null ? ['none given'] : [words(each.reason)],
    [each.on === null ? 'not signed' : dayInWords(each.on)],
  ])
  return [
    ...table('Sign-offs', ['Agency', 'Says', 'Reason', 'On'], rows),
    ...(over === null
      ? []
      : [
          paragraph({ strong: `CDE goes on without the agreement of ${over.agencies.join(' and ')}.` }),
          ...list([
            ['The reason of CDE: ', words(over.reason)],
            ...signOffs
              .filter(objects(over.agencies))
              .map(({ agency, reason }): Line => [`The reason of ${agency}: `, words(reason!)]),
          ]),
        ]),
    paragraph(link('Everything that was said and done on this proposal, in order', sources.record), '.'),
  ]
}
const objects =
  (agencies: readonly string[]) =>
  ({ agency, word, reason }: SignOffWord): boolean =>
    agencies.includes(agency) && word === 'objects' && reason !== null

const KINDS = {
  'sbe-agenda-item': 'State Board agenda item',
  'state-plan-area': 'State Plan for CTE, area',
  'master-plan': 'Master Plan for Career Education',
  'perkins-v': 'Perkins V',
  initiative: 'Initiative',
} as const

function references({ ties: { references: given } }: PaperData, sources: Sources): Block[] {
  if (given.length === 0) return [paragraph('None is recorded with the ', link('proposal', sources.proposal), '.')]
  return list(
    given.map(({ kind, name, identifier, date, url }): Line => {
      const told = [identifier, date === null ? null : dayInWords(date)].filter(each => each !== null).join(', ')
      return [
        `${KINDS[kind]}: `,
        url === null ? words(name) : link(name, { url }),
        ...(told === '' ? [] : [' (', words(told), ')']),
      ]
    }),
  )
}
