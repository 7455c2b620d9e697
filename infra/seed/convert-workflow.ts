// The steps a change of sectors runs through, from the published list; which step waits for which is read into its order.
import { createSources, isVerified, note, only, orNull, type Row, readFacts } from './facts.ts'

interface Duration {
  days: number
  kind: 'calendar' | 'working'
  /** Number of the row that says so. */
  row: string
  note: string | null
}
interface Plan {
  row: string
  key: string
  after: string[]
  duration?: Duration
  anchor?: { date: 'adoption' | 'effective' | 'census'; how: 'on' | 'by' }
  /** Done on one day: it takes no time by itself. */
  act?: true
  texts?: string[]
  leaflets?: true
}

const BY_EFFECT = { date: 'effective', how: 'by' } as const
const BY_CENSUS = { date: 'census', how: 'by' } as const

/** In the order in which they can be taken. */
const PLAN: Plan[] = [
  { row: '1', key: 'standards-adopted', after: [], act: true, anchor: { date: 'adoption', how: 'on' } },
  { row: '2', key: 'statutory-trigger', after: ['standards-adopted'] },
  { row: '3', key: 'impact-analysis', after: ['standards-adopted'] },
  { row: '4', key: 'commission-item', after: ['statutory-trigger', 'impact-analysis'] },
  { row: '5', key: 'notice', after: ['commission-item'], act: true },
  {
    row: '6',
    key: 'comment-period',
    after: ['notice'],
    duration: { days: 45, kind: 'calendar', row: '6', note: null },
  },
  {
    row: '7',
    key: 'changed-text',
    after: ['comment-period'],
    duration: {
      days: 15,
      kind: 'calendar',
      row: '7',
      note: 'One notice; it may be repeated. Skip the step where the text stays',
    },
  },
  { row: '8', key: 'final-file', after: ['changed-text'] },
  {
    row: '10',
    key: 'oal-review-time',
    after: ['final-file'],
    duration: { days: 30, kind: 'working', row: '10', note: null },
  },
  { row: '9', key: 'oal-approval', after: ['oal-review-time'], act: true, anchor: BY_EFFECT },
  {
    row: '11',
    key: 'announcement',
    after: ['oal-approval'],
    act: true,
    anchor: BY_EFFECT,
    texts: ['Coded Correspondence'],
  },
  {
    row: '12',
    key: 'program-notice',
    after: ['oal-approval'],
    act: true,
    anchor: BY_EFFECT,
    texts: ['Program Sponsor Alert'],
  },
  { row: '13', key: 'leaflet', after: ['oal-approval'], act: true, anchor: BY_EFFECT, leaflets: true },
  { row: '14', key: 'code-tables', after: ['oal-approval'], act: true, anchor: BY_EFFECT, texts: ['T-tables T01-T22'] },
  {
    row: '15',
    key: 'public-tables',
    after: ['code-tables'],
    act: true,
    anchor: BY_EFFECT,
    texts: ['Authorization Sort Table', 'Appropriate Credentials for CALPADS Course Codes'],
  },
  { row: '16', key: 'decoder', after: ['public-tables'], anchor: BY_CENSUS },
  {
    row: '17',
    key: 'course-code-sets',
    after: ['standards-adopted'],
    anchor: BY_CENSUS,
    texts: ['CALPADS Code Sets', 'Map of Course Codes'],
  },
  { row: '18', key: 'local-recoding', after: ['course-code-sets'], anchor: BY_CENSUS },
  {
    row: '19',
    key: 'snapshot',
    after: ['decoder', 'local-recoding'],
    act: true,
    anchor: { date: 'census', how: 'on' },
  },
  { row: '20', key: 'monitoring', after: ['snapshot'] },
]

const AN_ACT = {
  days: 0,
  kind: 'calendar',
  note: 'Read as the act of a day; how long it takes to prepare is not known',
}

const ACTORS: Record<string, string[]> = {
  'CDE / State Board': ['CDE'],
  'CTC staff': ['CTC'],
  'CTC staff and Commission': ['CTC', 'Commission'],
  CTC: ['CTC'],
  public: ['public'],
  'Office of Administrative Law': ['OAL'],
  'CDE CALPADS': ['CALPADS'],
  LEA: ['LEA'],
  'LEA and CDE': ['LEA', 'CDE'],
  'LEA, MA, CTC': ['LEA', 'MA', 'CTC'],
}

export function convertWorkflow(facts: string) {
  const sources = createSources()
  const rows = readFacts(facts, 'ctc_sector_change_workflow')
  const byNumber = (step: string): Row =>
    only(
      rows.filter(row => row.step === step),
      `step ${step}`,
    )
  const sourced = (row: Row) => ({ source: sources.id('step', row.source!), verified: isVerified(row) })
  if (PLAN.length !== rows.length) throw new Error(`${rows.length} steps in the facts, ${PLAN.length} in the plan`)
  return {
    format: 'cte-align/workflow-template@1',
    template: {
      key: 'ctc-sector-change',
      title: 'A change of industry sectors at CTC',
      description: 'From the adoption of standards to monitoring by them. Which step waits for which is inferred.',
      usualDays: { days: ['01-01', '04-01', '07-01', '10-01'], ...sourced(byNumber('10')), note: null },
      // Adopted in January 2013; the rules took effect on 2014-09-01 (rows 1 and 11).
      precedent: {
        title: 'the change of 2014',
        months: 20,
        ...sourced(byNumber('11')),
        note: 'January 2013 to 2014-09-01: about',
      },
    },
    steps: PLAN.map(({ row: number, key, after, act, duration, anchor, texts, leaflets }) => {
      const row = byNumber(number)
      return {
        key,
        title: row.name![0]!.toUpperCase() + row.name!.slice(1),
        action: row.action,
        actors: ACTORS[row.actor!] ?? fail(`actor ${row.actor}`),
        after,
        duration: act
          ? { ...AN_ACT, ...sourced(row), verified: false }
          : duration === undefined
            ? null
            : withSource(duration),
        anchor: anchor ?? null,
        texts: texts ?? [],
        leaflets: leaflets ?? false,
        ...sourced(row),
        note: note(orNull(row.example_or_note!)),
      }
    }),
    sources: sources.all(),
  }

  function withSource({ row, ...duration }: Duration) {
    return { ...duration, ...sourced(byNumber(row)) }
  }
}

function fail(what: string): never {
  throw new Error(`Unknown ${what}`)
}
