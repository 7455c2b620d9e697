// What a preview costs, against the size of the proposal, what it reaches and how many links there are, beside the raw cost of
// reading the same records with the driver. `npm run bench -- preview [--large] [--runs N]`.
import { parseArgs } from 'node:util'
import type { Impact, OperationInput } from '@cte-align/contracts'
import { MongoClient } from 'mongodb'
import { connect, previewPage, propose, type Services } from '../seed/changes.ts'
import { type System, startSystem } from '../system.ts'
import { SYNTHETIC, writeSynthetic } from './synthetic.ts'

const { values } = parseArgs({ options: { large: { type: 'boolean' }, runs: { type: 'string', default: '7' } } })
const runs = Number(values.runs)
const ITEMS = 10_000
const LINKS = [1_000, 10_000, 100_000, ...(values.large ? [1_000_000] : [])]
const OPERATIONS = [0, 1, 10, 100, 1_000]

type Nodes = Awaited<ReturnType<typeof writeSynthetic>>
const columns = [
  'links',
  'operations',
  'changes',
  'reached',
  'impacts',
  'records',
  'preview ms',
  'raw ms',
  'ratio',
] as const
type Row = Record<(typeof columns)[number], string | number>
const rows: Row[] = []
for (const links of LINKS) await measure(links)
console.log(`\n${ITEMS} items; medians of ${runs} runs; Node ${process.version}\n`)
print(rows)

async function measure(links: number): Promise<void> {
  const system = await startSystem({ env: { LOG_LEVEL: 'warn' } })
  const mongo = await new MongoClient(system.mongodb).connect()
  try {
    const { standards, credentials, courseCodes } = system
    const names = {
      standards: standards.database,
      credentials: credentials.database,
      courseCodes: courseCodes.database,
    }
    console.log(`writing ${ITEMS} items and ${links} links`)
    const nodes = await writeSynthetic(mongo, names, { items: ITEMS, links })
    const urls = { standards: standards.url, credentials: credentials.url, courseCodes: courseCodes.url }
    for (const operations of OPERATIONS)
      rows.push({
        links,
        operations,
        ...(await compare(connect(urls, 'bench'), mongo, system, reviseSome(nodes, operations))),
      })
    // A container whose whole subtree is reached: what it reaches grows with the links.
    const retire: OperationInput[] = [{ op: 'retire', item: 'S3.P1', successors: 'none' }]
    rows.push({ links, operations: '1 (a pathway)', ...(await compare(connect(urls, 'bench'), mongo, system, retire)) })
  } finally {
    await mongo.close()
    await system.close()
  }
}

/** Preview and raw reading take turns, so that whatever else the machine does strikes both. */
async function compare(services: Services, mongo: MongoClient, system: System, operations: OperationInput[]) {
  const title = `${operations.length} operations (hypothetical)`
  const proposal = await open(services, title, operations)
  const first = await previewPage(services, proposal, { limit: '1000' })
  const read = await whatWasRead(services, proposal)
  const [previews, raws] = [[] as number[], [] as number[]]
  let records = 0
  for (let run = 0; run < runs; run++) {
    previews.push(await timed(() => previewPage(services, proposal)))
    raws.push(
      await timed(async () => {
        records = await rawRead(mongo, system, proposal, read)
      }),
    )
  }
  const [preview, raw] = [median(previews), median(raws)]
  return {
    changes: first.changeCount,
    reached: read.items.length,
    impacts: first.agencies.ctc.count + first.agencies.calpads.count,
    records,
    'preview ms': preview.toFixed(1),
    'raw ms': raw.toFixed(1),
    ratio: (preview / raw).toFixed(1),
  }
}

async function open(services: Services, title: string, operations: OperationInput[]): Promise<string> {
  if (operations.length > 0) return propose(services, { framework: SYNTHETIC, title, operations })
  return (await services.standards.post<{ id: string }>('/proposals', { framework: SYNTHETIC, title })).body.id
}

/** Standards and indicators all over the framework. */
function reviseSome(nodes: Nodes, count: number): OperationInput[] {
  const statements = nodes.filter(({ ref }) => ref.kind === 'standard' || ref.kind === 'indicator')
  const step = Math.max(1, Math.floor(statements.length / Math.max(count, 1)))
  return Array.from({ length: count }, (_, n) => {
    const { ref } = statements[n * step]!
    return { op: 'revise', item: ref.id, title: `Reworded beyond recognition: number ${n} (hypothetical)` }
  })
}

interface Read {
  items: string[]
  subtrees: string[]
  courseCodes: string[]
}

/** The records that the preview rests on: reached items, from the paths of all its impacts and the changes. */
async function whatWasRead(services: Services, proposal: string): Promise<Read> {
  const items = new Set<string>()
  const subtrees = new Set<string>()
  const codes = new Set<string>()
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await previewPage(services, proposal, { limit: '1000', ...(cursor !== '' && { cursor }) })
    for (const { item, class: chosen } of page.changes) {
      items.add(item.id)
      if (chosen === 'retired') subtrees.add(item.id)
    }
    for (const { dependent, severity, causes } of [...page.agencies.ctc.impacts, ...page.agencies.calpads.impacts]) {
      for (const id of itemsOn(causes)) items.add(id)
      if (severity === 'breaking' && dependent.kind === 'course-code') codes.add(dependent.key)
    }
    cursor = page.next
  }
  return { items: [...items], subtrees: [...subtrees], courseCodes: [...codes] }
}

function itemsOn(causes: Impact['causes']): string[] {
  return causes.flatMap(({ paths }) =>
    paths.flatMap(({ steps }) => steps.flatMap(step => ('item' in step ? [step.item.id] : []))),
  )
}

/** The proposal, the relations, and in both flagging databases the links and rules: nothing but reading them. */
async function rawRead(mongo: MongoClient, system: System, proposal: string, read: Read): Promise<number> {
  const standards = mongo.db(system.standards.database)
  const ends = { $or: [{ 'from.id': { $in: read.items } }, { 'to.id': { $in: read.items } }], removedIn: null }
  const where = { $or: [{ 'item.id': { $in: read.items } }, { 'lineage.id': { $in: read.subtrees } }] }
  const ruled = { 'edge.courseCode.key': { $in: read.courseCodes } }
  const lists = await Promise.all([
    standards
      .collection('proposals')
      .find({ _id: proposal as never })
      .toArray(),
    standards.collection('crosswalk_relations').find(ends).toArray(),
    ...[system.credentials, system.courseCodes].flatMap(({ database }) => [
      mongo.db(database).collection('links').find(where).toArray(),
      mongo.db(database).collection('rules').find(ruled).toArray(),
    ]),
  ])
  return lists.reduce((sum, list) => sum + list.length, 0)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!
}

function print(all: Row[]): void {
  const widths = columns.map(name => Math.max(name.length, ...all.map(row => String(row[name]).length)))
  const line = (cells: (string | number)[]) =>
    `| ${cells.map((cell, n) => String(cell).padStart(widths[n]!)).join(' | ')} |`
  console.log(line([...columns]))
  console.log(line(widths.map(width => `${'-'.repeat(width - 1)}:`)))
  for (const row of all) console.log(line(columns.map(name => row[name])))
}
