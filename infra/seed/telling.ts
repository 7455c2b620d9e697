// How the demo tells: carries a change out or only previews it, says what was found, remembers what was expected.
import type { Impact, Item, OperationInput } from '@cte-align/contracts'
import {
  assessed,
  type Carried,
  carryOut,
  connect,
  gist,
  type Preview,
  preview,
  propose,
  publish,
  withdraw,
} from './changes.ts'
import { addresses } from './env.ts'
import type { CrosswalkFile } from './files.ts'
import { countsInWords, impactInWords } from './in-words.ts'

export const MCS = 'ca-mcs-2013'
export const CLUSTERS = 'ca-cte-clusters'
export type NamedItem = Item & { key: string }

const REASON = 'Told in the demo (hypothetical)'

export function createTelling() {
  const services = connect(addresses(), 'demo')
  const expectations: { held: boolean; text: string }[] = []

  function expect(held: boolean, text: string): void {
    expectations.push({ held, text })
    if (!held) console.log(`   ✗ ${text}`)
  }

  function expectFlagged(impacts: Impact[], keys: string[], what: string): void {
    const flagged = new Set(impacts.map(({ dependent }) => dependent.key))
    const missing = keys.filter(key => !flagged.has(key))
    expect(missing.length === 0, missing.length === 0 ? `${what}: flagged` : `${what}: all but ${missing.join(', ')}`)
  }

  /** Publishes, and compares what was previewed with what was flagged. */
  async function carry(title: string, operations: OperationInput[], framework = MCS): Promise<Carried> {
    const told = await carryOut(services, { framework, title: marked(title), operations }, { reason: REASON })
    const same = (['ctc', 'calpads'] as const).every(
      agency =>
        JSON.stringify(gist(told.previewed.agencies[agency].impacts)) === JSON.stringify(gist(told[agency].flags)),
    )
    expect(same, `the preview said what the flags say (${told.release})`)
    return told
  }

  async function takeBack(operations: OperationInput[], framework = MCS): Promise<void> {
    const proposal = await propose(services, { framework, title: marked('Back to how it was'), operations })
    const release = await publish(services, proposal, 'The demo takes back what it told')
    await assessed(services, release)
    console.log(`   taken back by ${release}`)
  }

  /** For what could not be taken back: the same answer, and nothing written. */
  async function onlyPreview(title: string, operations: OperationInput[], framework = MCS): Promise<Preview> {
    const proposal = await propose(services, { framework, title: marked(title), operations })
    const before = await standing()
    const seen = await preview(services, proposal)
    expect((await standing()) === before, `previewing wrote nothing: ${title}`)
    await withdraw(services, proposal, 'The demo only previews what cannot be taken back')
    const { ctc, calpads } = seen.agencies
    console.log(`   only previewed, then withdrawn: ${title}`)
    console.log(`   CTC would see ${countsInWords('flags', ctc.impacts)}`)
    console.log(`   CALPADS would see ${countsInWords('flags', calpads.impacts)}`)
    for (const impact of samples([...ctc.impacts, ...calpads.impacts])) console.log(`     ${impactInWords(impact)}`)
    return seen
  }

  /** Newest releases, and the flags with their states: what a preview must leave alone. */
  async function standing(): Promise<string> {
    const reads = [
      services.standards.get('/frameworks'),
      services.credentials.get('/flags?limit=200'),
      services.courseCodes.get('/flags?limit=200'),
    ]
    return JSON.stringify(await Promise.all(reads))
  }

  /** A draft relation from a sector to an item of a framework of the demo's own. Who proposes it does not decide on it. */
  async function relate(ends: { crosswalk: string; from: string; framework: string; to: string }): Promise<void> {
    const { crosswalk: key, from, framework, to } = ends
    const file: CrosswalkFile = {
      format: 'cte-align/crosswalk@1',
      sources: { demo: 'Invented by the demo (hypothetical)' },
      crosswalk: { key, title: `${MCS} to ${framework} (hypothetical)`, from: MCS, to: framework },
      relations: [
        {
          from,
          to,
          relation: 'related',
          state: 'draft',
          originalWord: 'hypothetical',
          note: null,
          source: 'demo',
          verified: false,
        },
      ],
    }
    await connect(addresses(), 'demo-author').standards.post('/imports/crosswalk', file)
  }

  const matching = async (path: string) => ({ 'if-match': (await services.standards.read(path)).etag ?? '' })

  async function decide(crosswalk: string, decision: 'accept' | 'reject'): Promise<void> {
    const { items } = await services.standards.get<{ items: { id: string }[] }>(`/crosswalks/${crosswalk}/relations`)
    const path = `/crosswalks/${crosswalk}/relations/${items[0]!.id}`
    // Whoever wrote a relation neither reviews nor accepts it, and nothing is accepted that nobody has reviewed.
    const reviewer = connect(addresses(), 'demo-reviewer').standards
    if (decision === 'accept') await reviewer.post(`${path}/review`, { reason: REASON }, await matching(path))
    await services.standards.post(`${path}/decision`, { decision, reason: REASON }, await matching(path))
  }

  /** These dependents' impacts; that all of them are there is expected. */
  function of(seen: Carried | Preview, keys: string[]): Impact[] {
    const found = impactsOf(seen).filter(({ dependent }) => keys.includes(dependent.key))
    const more = keys.length > 1 ? ` and ${keys.length - 1} more` : ''
    if (found.length < keys.length)
      expect(false, `${keys[0]}${more}: all reached (${found.length} of ${keys.length} are)`)
    return found
  }

  return {
    services,
    expectations,
    expect,
    expectFlagged,
    carry,
    takeBack,
    onlyPreview,
    show,
    summary,
    of,
    relate,
    decide,
  }
}

function show({ release, ctc, calpads }: Carried): void {
  console.log(`   published as ${release}; both agencies have assessed it`)
  console.log(`   CTC: ${countsInWords('flags', ctc.flags)}`)
  console.log(`   CALPADS: ${countsInWords('flags', calpads.flags)}`)
  for (const flag of samples([...ctc.flags, ...calpads.flags]))
    console.log(`     ${impactInWords(flag)}\n       ${flag.url}`)
}

const summary = ({ ctc, calpads }: Carried): string =>
  `CTC ${countsInWords('flags', ctc.flags)}; CALPADS ${countsInWords('flags', calpads.flags)}`

const impactsOf = (seen: Carried | Preview): Impact[] =>
  'agencies' in seen
    ? [...seen.agencies.ctc.impacts, ...seen.agencies.calpads.impacts]
    : [...seen.ctc.flags, ...seen.calpads.flags]

/** One of each severity and kind of dependent. */
function samples<T extends Impact>(impacts: T[]): T[] {
  const first = new Map<string, T>()
  for (const impact of impacts) {
    const kind = `${impact.severity} ${impact.dependent.kind}`
    if (!first.has(kind)) first.set(kind, impact)
  }
  return [...first.values()]
}

/** The four documents that carry the fifteen sectors. */
export const holdersOf = (...subjects: string[]): string[] =>
  subjects.flatMap(subject => ['CTE/R4T', 'AETC/R4FA', 'BIPT/_', 'TC4T/R4T'].map(document => `${document}/${subject}`))

const marked = (title: string): string => (title.includes('(hypothetical)') ? title : `${title} (hypothetical)`)
