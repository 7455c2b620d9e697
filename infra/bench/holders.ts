// What a file of anonymous holders costs: sent to the running service and counted, beside a bare csv-parse of the same file in the
// same run. `npm run bench -- holders [--rows 100000,1000000] [--runs N]`. Codes and rules are the starter data's; holders are invented.
import { createReadStream, createWriteStream, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { json, text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse'
import { MongoClient } from 'mongodb'
import { type System, startSystem } from '../system.ts'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '20000,100000,1000000' }, runs: { type: 'string', default: '3' } },
})
const runs = Number(values.runs)
const columns = ['rows', 'MB', 'bare rows/s', 'counts rows/s', 'ratio', 'two decoders', 'lines', 'peak MB'] as const
type Row = Record<(typeof columns)[number], string | number>

const folder = await mkdtemp(join(tmpdir(), 'holders-'))
const seed = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'seed', 'credentials.json'), 'utf8')) as Seed
const system = await startSystem({ services: ['credentials'], env: { LOG_LEVEL: 'warn' } })
try {
  await writeDecoder(system)
  const rows: Row[] = []
  for (const count of values.rows.split(',').map(Number)) rows.push(await measure(system, count))
  console.log(`\nmedians of ${runs} runs, taken in turns; Node ${process.version}\n`)
  print(rows)
} finally {
  await system.close()
  await rm(folder, { recursive: true, force: true })
}

async function measure({ credentials }: System, count: number): Promise<Row> {
  const file = join(folder, `${count}.csv`)
  await pipeline(Readable.from(profiles(count)), createWriteStream(file))
  const times: Record<'bare' | 'counts' | 'both' | 'lines', number[]> = { bare: [], counts: [], both: [], lines: [] }
  let peak = residentMB(credentials.pid)
  const watching = setInterval(() => {
    peak = Math.max(peak, residentMB(credentials.pid))
  }, 20)
  for (let run = 0; run < runs; run++) {
    times.bare.push(await timed(() => bare(file), count + 1))
    times.counts.push(await timed(async () => (await send(credentials.url, file, '', report)).rows, count))
    times.both.push(
      await timed(async () => (await send(credentials.url, file, '&compareWith=current', report)).rows, count),
    )
    times.lines.push(
      await timed(async () => (await send(credentials.url, file, '&format=csv', text)).split('\r\n').length - 2, count),
    )
  }
  clearInterval(watching)
  const rate = (of: keyof typeof times) => Math.round(count / (median(times[of]) / 1000))
  return {
    ...{ rows: count, MB: (statSync(file).size / 1024 / 1024).toFixed(1), 'bare rows/s': rate('bare') },
    ...{ 'counts rows/s': rate('counts'), ratio: (rate('bare') / rate('counts')).toFixed(1) },
    ...{ 'two decoders': rate('both'), lines: rate('lines') },
    'peak MB': Number.isNaN(peak) ? '?' : peak.toFixed(0),
  }
}

async function report(answer: Readable): Promise<{ rows: number }> {
  return (await json(answer)) as { rows: number }
}

interface Sourced {
  source: string
  verified: boolean
  note: string | null
}
interface Seed {
  subjects: ({ code: string; earlierTitle: string | null } & Sourced)[]
  authorizations: ({
    documentCode: string
    authorizationCode: string | null
    subjectCode: string | null
  } & Sourced)[]
  assignmentRules: ({
    courseCode: string
    documentCode: string
    authorizationCode: string
    subjectCode: string
  } & Sourced)[]
}

/** Straight into the database: to import it would take the other services, for links that no holder is checked against. */
async function writeDecoder({ mongodb, credentials }: System): Promise<void> {
  const mongo = await new MongoClient(mongodb).connect()
  try {
    const write = (name: string, rows: { _id: string }[]) =>
      mongo.db(credentials.database).collection<{ _id: string }>(name).insertMany(rows)
    const provenance = ({ source, verified, note }: Sourced) => ({ source, verified, note })
    const keyOf = (...codes: (string | null)[]) => codes.map(code => code ?? '_').join('/')
    await write(
      'subjects',
      seed.subjects.map(({ earlierTitle, ...row }) => ({
        ...{ ...row, _id: row.code, provenance: provenance(row) },
        earlierTitles: earlierTitle === null ? [] : [earlierTitle],
      })),
    )
    await write(
      'authorizations',
      seed.authorizations.map(row => ({
        ...{ ...row, _id: keyOf(row.documentCode, row.authorizationCode, row.subjectCode), covers: [] },
        ...{ gaps: row.verified ? [] : ['unverified'], provenance: provenance(row) },
      })),
    )
    await write(
      'assignment_rules',
      seed.assignmentRules.map(row => {
        const id = `${row.courseCode}:${keyOf(row.documentCode, row.authorizationCode, row.subjectCode)}`
        return { ...row, _id: id, id, provenance: provenance(row) }
      }),
    )
  } finally {
    await mongo.close()
  }
}

/** Every authorization of the starter data with every course code, in a turn that repeats late. */
function* profiles(count: number): Generator<string> {
  const { authorizations, assignmentRules } = seed
  const codes = [...new Set(assignmentRules.map(rule => rule.courseCode))]
  yield 'profile,document,authorization,subject,printed title,issued,added,expires,course code,count\n'
  for (let from = 0; from < count; from += 1000) {
    let chunk = ''
    for (let n = from; n < Math.min(from + 1000, count); n++) {
      const { documentCode, authorizationCode, subjectCode } = authorizations[(n * 7919) % authorizations.length]!
      const title = n % 3 === 0 ? 'Finance and Business' : ''
      const held = `${documentCode},${authorizationCode ?? ''},${subjectCode ?? ''},${title}`
      chunk += `P${n},${held},20${10 + (n % 17)}-03-01,,2030-01-01,${codes[(n * 104_729) % codes.length]},${1 + (n % 5)}\n`
    }
    yield chunk
  }
}

/** Nothing but parsing: what no reader of the file can do without. */
async function bare(file: string): Promise<number> {
  let rows = 0
  for await (const _ of createReadStream(file).pipe(parse())) rows++
  return rows
}

async function send<T>(url: string, file: string, query: string, read: (answer: Readable) => Promise<T>): Promise<T> {
  const { size } = statSync(file)
  const sending = request(`${url}/holder-check/batch?schoolYear=2026-27${query}`, {
    ...{ method: 'POST', headers: { 'content-type': 'text/csv', 'content-length': size } },
  })
  const answer = new Promise<T>((done, fail) => {
    sending.once('error', fail).once('response', response => read(response).then(done, fail))
  })
  const [said] = await Promise.all([answer, pipeline(createReadStream(file), sending)])
  return said
}

/** Milliseconds; what was read must be all of it. */
async function timed(work: () => Promise<number>, expected: number): Promise<number> {
  const start = performance.now()
  const read = await work()
  if (read !== expected) throw new Error(`${read} rows of ${expected} were read`)
  return performance.now() - start
}

/** What the process holds in memory, where the system tells (Linux). */
function residentMB(pid: number | undefined): number {
  try {
    const [, kB] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kB) / 1024
  } catch {
    return Number.NaN
  }
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
