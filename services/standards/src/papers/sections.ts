import {
  type Block,
  counted,
  figure,
  heading,
  type Inline,
  type Line,
  link,
  list,
  note,
  paragraph,
  table,
  words,
} from './paper.ts'
import type { AgencyData, PaperData, Row } from './paper-data.ts'
import type { Sources } from './sources.ts'
import {
  CLASS_WORDS,
  CLOCKS,
  capital,
  DEPENDENTS,
  dateOf,
  dayInWords,
  isDraft,
  SEVERITIES,
  SEVERITY_WORDS,
} from './wording.ts'

/** What a reader must know before anything else: whether any of it is in force. */
export function standing(data: PaperData, sources: Sources): Block {
  const { of } = data
  if (of.kind === 'release')
    return note(
      'Published.',
      `This is about release `,
      link(of.id, sources.subject),
      `, published on ${dayInWords(of.publishedOn)}. Counts of flags are as their owners have them now, and change as they are worked on.`,
    )
  if (of.became !== null)
    return note(
      'Published since.',
      'This proposal became release ',
      link(of.became, sources.release(of.became)),
      '. Read the paper of that release; this one shows what the proposal would do today.',
    )
  if (of.withdrawn !== null)
    return note('Withdrawn.', 'This proposal was given up: ', words(of.withdrawn), '. Nothing below will happen.')
  return note(
    'Proposal.',
    'Nothing in this paper is adopted. It describes a ',
    link('proposal', sources.subject),
    ` (revision ${of.revision}, ${STATES[of.state]}) and what it would do to the records as they are now.`,
  )
}
const STATES: Record<string, string> = {
  draft: 'still a draft',
  'in-review': 'in review',
  approved: 'approved by the CDE',
  scheduled: 'approved and scheduled',
  publishing: 'being published',
}

/** `3 must be acted on, 1 must be looked at, 12 are for information`. */
export function bySeverity(agency: AgencyData, sources: Sources): Inline[] {
  const { total } = agency
  if (total === 0) return [counted(0, DEPENDENTS[agency.agency], sources.dependents(agency))]
  const say = { breaking: 'to act on', review: 'to look at', notice: 'to know of' }
  const parts = SEVERITIES.filter(severity => agency.bySeverity[severity] > 0).map(severity => ({
    figure: agency.bySeverity[severity],
    text: `${agency.bySeverity[severity].toLocaleString('en-US')} ${say[severity]}`,
    at: sources.dependents(agency, { severity }),
    about: DEPENDENTS[agency.agency][1],
  }))
  return [
    counted(total, DEPENDENTS[agency.agency], sources.dependents(agency)),
    ': ',
    ...parts.flatMap((each, at): Inline[] => (at === 0 ? [each] : [', ', each])),
  ]
}

export function severityTable({ agencies }: PaperData, sources: Sources): Block[] {
  const rows = SEVERITIES.map((severity): Line[] => {
    const { name, means } = SEVERITY_WORDS[severity]
    return [
      [`${name} (${severity})`],
      [means],
      ...[agencies.ctc, agencies.calpads].map(
        (agency): Line => [
          figure(
            agency.bySeverity[severity],
            `${DEPENDENTS[agency.agency][1]}, ${severity}`,
            sources.dependents(agency, { severity }),
          ),
        ],
      ),
    ]
  })
  const columns = ['Severity', 'What it asks', 'Teaching authorizations (CTC)', 'Course codes (CALPADS)']
  return table('Records touched, by what they ask of their owner', columns, rows)
}

export function classTable({ changes }: PaperData, sources: Sources): Block[] {
  const rows = Object.entries(changes.byClass).map(([name, count]): Line[] => {
    const { name: said, means } = CLASS_WORDS[name as keyof typeof CLASS_WORDS]
    const at = sources.changes({ class: name as keyof typeof CLASS_WORDS })
    return [[`${said} (${name})`], [means], [figure(count, `changes of class ${name}`, at)]]
  })
  return table('Changes by kind', ['Kind', 'What it means', 'Changes'], rows)
}

/** The changes that somebody made, in words, each with whom it touches. */
export function changesTable({ changes, agencies }: PaperData, sources: Sources, most: number): Block[] {
  const rows = changes.shown.slice(0, most).map((change): Line[] => {
    const { item } = change
    const cell = (agency: AgencyData): Line => [
      figure(
        agency.byItem.get(item.id) ?? 0,
        `${DEPENDENTS[agency.agency][1]} touched by the change to ${item.key}`,
        sources.dependents(agency, { item: item.id }),
      ),
    ]
    return [
      [link(item.key, sources.changes({ item: item.id }), `(${item.kind}), the change in full`)],
      [words(capital(change.said))],
      [CLASS_WORDS[change.class].name],
      cell(agencies.ctc),
      cell(agencies.calpads),
    ]
  })
  const columns = ['Item', 'Change', 'Kind', 'Authorizations touched', 'Course codes touched']
  const left = changes.total - rows.length
  return [
    ...table('The changes, those with the widest effect first', columns, rows),
    ...(left === 0 || rows.length === 0
      ? []
      : [
          paragraph(
            `Shown here: ${rows.length} of `,
            counted(changes.total, ['change', 'changes'], sources.changes()),
            '. The others follow from these (what stood inside a retired or split item goes along) or are of less effect; the link lists all.',
          ),
        ]),
  ]
}

export function datesTable(data: PaperData): Block[] {
  const rows = CLOCKS.map(({ clock, whose, what }): Line[] => [[whose], [capital(what)], [dateOf(data.dates, clock)]])
  const planned = isDraft(data) ? 'Planned dates' : 'Dates'
  return [
    ...table(planned, ['Who', 'What', 'Date'], rows),
    paragraph('"unknown" means that nobody has set the date. It is not a guess that there is none.'),
  ]
}

/** What rests on something that nobody has verified or decided, and how far the agencies are. */
export function unknowns(data: PaperData, sources: Sources): Line[] {
  const { agencies, crosswalks, dates } = data
  const both = [agencies.ctc, agencies.calpads]
  const missing = CLOCKS.filter(({ clock }) => dateOf(dates, clock) === 'unknown')
  return [
    ...both
      .filter(({ unverified }) => unverified > 0)
      .map(
        (agency): Line => [
          counted(agency.unverified, DEPENDENTS[agency.agency], sources.dependents(agency, { unverified: true })),
          agency.unverified === 1 ? ' is' : ' are',
          ' listed only because of a relation, link or rule that nobody has verified. Whether the change really touches them is not known; none of them counts as more than "look".',
        ],
      ),
    ...both
      .filter(({ undecided }) => undecided > 0)
      .map(
        (agency): Line => [
          counted(agency.undecided, DEPENDENTS[agency.agency], sources.dependents(agency, { undecided: true })),
          agency.undecided === 1 ? ' hangs' : ' hang',
          ' on something that is split, and nobody has said to which part it goes.',
        ],
      ),
    ...(crosswalks.length === 0
      ? []
      : [
          [
            'The way to some of these records leads over relations between sectors and clusters that are drafts, not decisions: ',
            ...crosswalks.flatMap((key, at): Inline[] => [
              ...(at === 0 ? [] : [', ']),
              link(key, sources.crosswalk(key)),
            ]),
            '.',
          ],
        ]),
    ...both
      .filter(({ manualReview }) => manualReview.length > 0)
      .map(
        (agency): Line => [
          counted(agency.manualReview.length, DEPENDENTS[agency.agency], sources.manualReview(agency)),
          agency.manualReview.length === 1 ? ' names' : ' name',
          ' no sector in the published tables (older documents name occupations). A person must look at them whenever a sector changes.',
        ],
      ),
    ...(missing.length === 0
      ? []
      : [[`Not dated: ${missing.map(({ whose, what }) => `${whose} (${what})`).join('; ')}.`]]),
    ...both
      .filter(({ state }) => UNFINISHED[state] !== undefined)
      .map(({ agency, state }): Line => [`${agency} ${UNFINISHED[state]}`]),
  ]
}
const UNFINISHED: Partial<Record<AgencyData['state'], string>> = {
  unheard: 'has not heard of this release yet; its flags are missing here.',
  waiting: 'has not received all of this release yet; its flags are missing here.',
  assessing: 'is still working through this release; more flags may come.',
}

/** Rows of one severity with what leads to each. The rest is counted and linked. */
export function rowsTable(
  agency: AgencyData,
  sources: Sources,
  { severity, most, caption }: { severity: Row['severity']; most: number; caption: string },
): Block[] {
  const rows = agency.rows.filter(row => row.severity === severity).slice(0, most)
  const lines = rows.map((row): Line[] => [
    [link(row.dependent.key, sources.dependent(agency, row), row.flag === null ? '(row of the preview)' : '(flag)')],
    [words(row.dependent.title)],
    [words(row.summary)],
    ...(row.flag === null ? [] : [[stateWords(row.flag)]]),
  ])
  const columns = ['Record', 'Title', 'Why it is listed', ...(rows[0]?.flag ? ['Where it stands'] : [])]
  const total = agency.bySeverity[severity]
  return [
    ...table(caption, columns, lines),
    ...(total > rows.length && rows.length > 0
      ? [
          paragraph(
            `Shown here: ${rows.length} of `,
            counted(total, DEPENDENTS[agency.agency], sources.dependents(agency, { severity })),
            '.',
          ),
        ]
      : []),
  ]
}
export const stateWords = ({ state, disposition }: { state: string; disposition: string | null }): string =>
  disposition === null ? state.replaceAll('-', ' ') : `${state}: ${disposition.replaceAll('-', ' ')}`

export { heading, list }
