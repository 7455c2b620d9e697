import { guidance } from './guidance.ts'
import { lawTouched } from './law-touched.ts'
import { type Block, counted, heading, type Line, link, list, paragraph, table, terms, words } from './paper.ts'
import type { PaperData, Row } from './paper-data.ts'
import { headline } from './plain-change.ts'
import { provisions } from './provisions.ts'
import type { Sources } from './sources.ts'
import { bySeverity, standing } from './standing.ts'
import { whoMayTeach } from './who-may-teach.ts'
import { stateWords } from './why.ts'
import { dateOf, isDraft, SEVERITIES, SEVERITY_WORDS, UNKNOWN } from './wording.ts'

const MOST = 100
const noun = ['teaching authorization', 'teaching authorizations'] as const

/** For a credential analyst: which documents, which subject codes, what to tell a holder, which regulation. */
export function codedCorrespondence(data: PaperData, sources: Sources): Block[] {
  return [
    standing(data, sources),
    terms([
      { term: 'Number', line: [{ blank: 'to be given by the Commission' }] },
      { term: 'Date', line: [{ blank: 'to be filled in' }] },
      {
        term: 'For',
        line: ['Employing agencies, county offices of education, program sponsors, holders of CTE documents'],
      },
      { term: 'Regulation in effect', line: [dateOf(data.dates, 'regulation')] },
      { term: 'Contact', line: [{ blank: 'to be filled in' }] },
    ]),
    heading('Summary'),
    ...summary(data, sources),
    heading('Key provisions'),
    ...provisions(data, sources),
    heading('Authorizations and subject codes'),
    ...authorizations(data, sources),
    heading('Which course codes may be taught with which authorization'),
    ...whoMayTeach(data, sources, { most: MOST }),
    heading('Guidance for holders and employers'),
    ...guidance(data, sources),
    heading('Statute and regulation'),
    ...lawTouched(data, sources),
    heading('Documents that name no sector'),
    ...withoutSector(data, sources),
    heading('What has not been determined'),
    ...list(open(data, sources)),
  ]
}

function summary(data: PaperData, sources: Sources): Block[] {
  const { ctc } = data.agencies
  const said = headline(data.changes, 5)
  const means = SEVERITIES.filter(severity => ctc.bySeverity[severity] > 0).map(
    severity => ` "${SEVERITY_WORDS[severity].name}": ${SEVERITY_WORDS[severity].means}`,
  )
  return [
    paragraph('The Career Technical Education Model Curriculum Standards change: ', words(data.title), '.'),
    ...list(said),
    ctc.total === 0
      ? paragraph('No authorization hangs on what changes, as far as the published tables say.')
      : paragraph(...bySeverity(ctc, sources), `.${means.join('')}`),
  ]
}

function authorizations(data: PaperData, sources: Sources): Block[] {
  const { ctc } = data.agencies
  const rows = ctc.rows.slice(0, MOST)
  const lines = rows.map((row): Line[] => {
    const [document = '', authorization = '', subject = ''] = row.dependent.key.split('/')
    return [
      [link(row.dependent.key, sources.dependent(ctc, row), row.flag === null ? '(row of the preview)' : '(flag)')],
      [link(row.dependent.title, sources.catalogue(row.dependent))],
      [document],
      [authorization === '_' ? 'not in the published tables' : authorization],
      [subject === '_' ? 'none' : subject],
      [`${SEVERITY_WORDS[row.severity].name}${row.unverified ? ' (not verified)' : ''}`],
      [through(row)],
      ...(row.flag === null ? [] : [[stateWords(row.flag)]]),
    ]
  })
  const columns = ['Record', 'Authorization', 'Document code', 'Authorization code', 'Subject code', 'Asks', 'Touched']
  return [
    ...table('Authorizations touched', [...columns, ...(rows[0]?.flag ? ['Commission'] : [])], lines),
    ...(rows.length === 0 ? [paragraph('None.')] : []),
    ...(ctc.total > rows.length
      ? [
          paragraph(
            `Shown here: ${rows.length} of `,
            counted(ctc.total, noun, sources.dependents(ctc)),
            ', those touched most gravely first.',
          ),
        ]
      : []),
  ]
}

function through({ first, way }: Row): string {
  if (first.order === 2) return 'through a course code that it may be assigned to'
  return way === 'across' ? 'through its sector, over a relation between sectors and clusters' : 'through its sector'
}

function withoutSector({ agencies: { ctc } }: PaperData, sources: Sources): Block[] {
  const { manualReview } = ctc
  if (manualReview.length === 0) return [paragraph('None to be looked at for this change.')]
  return [
    paragraph(
      counted(manualReview.length, noun, sources.manualReview(ctc)),
      ' of older or general documents lead to no sector: their subjects are occupations, or none is published. Whether this change touches them, only a person can say:',
    ),
    ...list(
      manualReview
        .slice(0, MOST)
        .map((each): Line => [link(each.key, sources.catalogue(each)), ': ', words(each.title)]),
    ),
  ]
}

function open(data: PaperData, sources: Sources): Line[] {
  const { ctc } = data.agencies
  const states = {
    open: 'not taken up yet',
    'in-review': 'being looked at',
    returned: 'given back with a question',
  } as const
  return [
    ...(isDraft(data) ? [['Everything: the proposal is not published, and the Commission has decided nothing.']] : []),
    ...Object.entries(states)
      .filter(([state]) => (ctc.byState[state] ?? 0) > 0)
      .map(
        ([state, said]): Line => [counted(ctc.byState[state]!, noun, sources.dependents(ctc, { state })), `: ${said}.`],
      ),
    ...(ctc.unverified > 0
      ? [
          [
            'Whether the change touches ',
            counted(ctc.unverified, noun, sources.dependents(ctc, { unverified: true })),
            ' at all: the way there leads over a relation, link or rule that nobody has verified.',
          ],
        ]
      : []),
    ...(dateOf(data.dates, 'regulation') === UNKNOWN ? [['When a regulation would take effect.']] : []),
    ...(ctc.total > ctc.dispositions.reduce((sum, { count }) => sum + count, 0)
      ? [['Whether holders need another document, and what it costs. Nothing here says so.']]
      : []),
  ]
}
