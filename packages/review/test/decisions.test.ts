import { readSheets, readTable, sendTable, XLSX } from '@cte-align/service'
import * as fc from 'fast-check'
import t from 'tap'
import { DECISION_COLUMNS } from '../src/decision-rows.ts'
import { link } from './builders.ts'
import { type QueueWorld, queueWorld } from './queue-world.ts'

type Key = keyof typeof DECISION_COLUMNS
type Line = Record<Key, string>
const KEYS = Object.keys(DECISION_COLUMNS) as Key[]

/** The export of decisions, as a spreadsheet would show it. */
async function exported({ ask }: QueueWorld, query = ''): Promise<Line[]> {
  const file = (await ask(`/flags/export?rows=decisions&${query}`)).rawPayload
  const columns = Object.fromEntries(KEYS.map(key => [key, { headings: [DECISION_COLUMNS[key]] }]))
  const { rows } = readTable(
    await readSheets(file, { maxRows: 1000 }),
    columns as Record<Key, { headings: string[] }>,
    undefined,
  )
  return rows.map(row => Object.fromEntries(KEYS.map(key => [key, String(row.cells[key] ?? '')])) as Line)
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const toCsv = (lines: Line[]) =>
  [Object.values(DECISION_COLUMNS), ...lines.map(line => KEYS.map(key => line[key]))]
    .map(row => row.map(quote).join(','))
    .join('\r\n')

const send = async ({ ask }: QueueWorld, lines: Line[], query = '') =>
  (await ask(`/flags/decisions?${query}`, { method: 'POST', body: toCsv(lines), type: 'text/csv' })).json()

const fill = (lines: Line[], key: string, filled: Partial<Line>) =>
  lines.map(line => (line.dependent === key ? { ...line, ...filled } : line))

t.test('an export sent back as it is changes nothing, whatever blanks are put around its cells', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const lines = await exported(made)
  t.equal(lines.length, 5)
  t.match(lines[0], { severity: 'breaking', version: 'v1', dueNow: '2027-06-30', to: '', change: /^retired: / })
  const before = await made.world.flags()
  const blank = fc.constantFrom('', ' ', '\u00a0', '\t', ' \u00a0')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(blank, blank), { minLength: 18, maxLength: 18 }), async around => {
      const padded = lines.map(
        line => Object.fromEntries(KEYS.map((key, n) => [key, `${around[n]![0]}${line[key]}${around[n]![1]}`])) as Line,
      )
      const report = await send(made, padded)
      return report.passedOver === 5 && report.decided === 0 && report.action === null && report.faulty === 0
    }),
    { numRuns: 10 },
  )
  t.strictSame(await made.world.flags(), before)
})

t.test('decisions are taken row by row, once; what is not in the file is not touched', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const { world, get, flagOf, sameWhenRebuilt } = made
  const lines = (await exported(made)).filter(line => line.dependent !== 'TC1/_/ITEC')
  const resolved = { to: 'Resolved', disposition: 'rename in place', reason: 'Title only,\ncode kept' }
  const filled = fill(fill(lines, 'CTE/R4T/EEU', resolved), 'CTE/R4T/ICT', {
    owner: 'kchan',
    due: '2027-03-01',
    version: '1',
    reason: 'Board in March',
  })
  const dry = await send(made, filled, 'dryRun=true')
  t.match(dry, { dryRun: true, rows: 4, passedOver: 2, decided: 2, done: 0, action: null })
  t.match(dry.changes, [
    {
      dependent: { key: 'CTE/R4T/ICT' },
      before: { owner: null },
      after: { state: 'open', owner: 'kchan', due: '2027-03-01' },
    },
    { row: 5, dependent: { key: 'CTE/R4T/EEU' }, after: { state: 'resolved', disposition: 'rename-in-place' } },
  ])
  t.equal((await flagOf('CTE/R4T/EEU')).version, 1)
  const done = await send(made, filled)
  t.match(done, { decided: 2, moved: 2, skipped: 0 })
  t.match(await get(`/bulk-actions/${done.action}`), { kind: 'decisions', step: null, moved: 2 })
  t.match(await flagOf('CTE/R4T/EEU'), { state: 'resolved', disposition: 'rename-in-place', version: 2 })
  t.match(await flagOf('CTE/R4T/ICT'), { state: 'open', owner: 'kchan', dueSet: { day: '2027-03-01' } })
  t.match(await flagOf('TC1/_/ITEC'), { state: 'open', version: 1 })
  const steps = await world.models.Transition.countDocuments()
  t.match(await send(made, filled), { done: 2, decided: 0, action: null }, 'the same file again')
  t.equal(await world.models.Transition.countDocuments(), steps)
  t.equal((await world.said('cte.ctc.flag.resolved')).length, 1)
  const undo = await made.post(`/bulk-actions/${done.action}/undo`, { reason: 'Wrong file' })
  t.match(undo, { moved: 2 })
  const late = await send(made, filled)
  t.match(late, { code: 'CTE_IMPORT_REFUSED', errors: [{ message: /taken as step 1 and undone as step 2/ }, {}] })
  await sameWhenRebuilt(t)
})

t.test(
  'a file with a wrong row is refused whole, each fault by row and column; or its good rows are taken',
  async t => {
    const made = await queueWorld(t)
    if (made === null) return
    const { flagOf, post, world } = made
    const lines = await exported(made)
    const reason = 'Looked at'
    const moved = await flagOf('CTE/R4T/ICT')
    await post(`/flags/${moved._id}/transitions`, { to: 'in-review', owner: 'kchan', reason: 'Mine' }, { version: 1 })
    await world.links({ added: [link('CTE/R4T/EEU', 'ICT.B', ['ICT'])] })
    let filled = fill(lines, 'CTE/R4T/ICT', { to: 'resolved', disposition: 'drop', reason })
    filled = fill(filled, 'CTE/R4T/BOTH', { to: 'resolved', disposition: 'shrug', due: '6/30/2027' })
    filled = fill(filled, 'AETC/R4FA/ICT', { to: 'resolved', reason })
    filled = fill(filled, 'CTE/R4T/EEU', { to: 'resolved', disposition: 'drop', reason })
    filled = fill(filled, 'TC1/_/ITEC', { to: 'resolved', disposition: 'no-impact', reason })
    const strange = { ...lines[0]!, flag: '1.23E+31', seen: '1.2E+30', version: 'soon', owner: 'a b', reason }
    const unknown = { ...lines[0]!, flag: '00000000-0000-8000-8000-000000000000', owner: 'kchan', reason }
    filled.push(strange, unknown, { ...filled[4]! })
    const refused = await send(made, filled)
    t.match(refused, { status: 422, code: 'CTE_IMPORT_REFUSED' })
    const told = Object.fromEntries(
      refused.errors.map((one: { path: string; message: string }) => [one.path, one.message]),
    )
    const row = (key: string) => filled.findIndex(line => line.dependent === key) + 2
    t.match(
      told[`/rows/${row('CTE/R4T/ICT')}/version`],
      /Somebody moved it meanwhile: it is v2, in-review, seen to by kchan/,
    )
    t.match(told[`/rows/${row('CTE/R4T/BOTH')}/disposition`], /"shrug"/)
    t.match(told[`/rows/${row('CTE/R4T/BOTH')}/due`], /"6\/30\/2027" is not written YYYY-MM-DD/)
    t.match(told[`/rows/${row('CTE/R4T/BOTH')}/reason`], /Say why/)
    t.match(told[`/rows/${row('AETC/R4FA/ICT')}/disposition`], /say what was decided/)
    t.match(told[`/rows/${row('CTE/R4T/EEU')}/text seen`], /says something else by now/)
    t.match(told['/rows/7/flag'], /"1.23e\+31" is no id of a flag/)
    t.match(told['/rows/7/text seen'], /a spreadsheet may have made a number of it/)
    t.match(told['/rows/7/version'], /"soon"/)
    t.match(told['/rows/7/owner'], /"a b"/)
    t.match(told['/rows/8/flag'], /There is no such flag/)
    t.match(told['/rows/9/flag'], /decided on before, in row 6/)
    t.equal(await world.models.BulkAction.countDocuments(), 0)
    const taken = await send(made, filled, 'skipErrors=true')
    t.match(taken, { decided: 1, moved: 1, faulty: refused.errors.length })
    t.match(await flagOf('TC1/_/ITEC'), { state: 'resolved', disposition: 'no-impact' })
    t.match(await flagOf('AETC/R4FA/ICT'), { state: 'open', version: 1 })
  },
)

/** A workbook as a spreadsheet would save it: numbers are numbers. */
async function workbook(lines: Record<Key, string | number>[]): Promise<Buffer> {
  let file: unknown
  const reply = {
    header: () => reply,
    send(sent: unknown) {
      file = sent
      return reply
    },
  }
  await sendTable(reply as never, { format: 'xlsx', name: 'test', columns: DECISION_COLUMNS }, lines)
  return file as Buffer
}

t.test('a workbook does as well: numbers for versions are read, numbers for days are named', async t => {
  const made = await queueWorld(t)
  if (made === null) return
  const answer = await made.ask('/flags/export?rows=decisions&format=xlsx&severity=breaking')
  t.equal(answer.headers['content-type'], XLSX)
  const [sheet] = await readSheets(answer.rawPayload, { maxRows: 100 })
  const lines = sheet!.rows
    .slice(1)
    .map(row => Object.fromEntries(KEYS.map((key, n) => [key, row[n] ?? ''])) as Record<Key, string | number>)
  const post = async (body: Buffer | string | object, type: string) =>
    (await made.ask('/flags/decisions', { method: 'POST', body, type })).json()
  t.match(await post(answer.rawPayload, XLSX), { passedOver: 3, decided: 0, sheet: 'Sheet1' })
  Object.assign(lines[0]!, { version: 1, due: 46447, reason: 'Board\u00a0in March' })
  t.match(await post(await workbook(lines), XLSX), {
    ...{ code: 'CTE_IMPORT_REFUSED', errors: [{ path: '/rows/2/due', message: /"46447" is not written YYYY-MM-DD/ }] },
  })
  Object.assign(lines[0]!, { due: '2027-03-01' })
  const report = await post(await workbook(lines), XLSX)
  t.match(report, { decided: 1, moved: 1, changes: [{ row: 2, after: { due: '2027-03-01' } }] })
  t.match(await post('a,b\n1,2', 'text/csv'), { status: 422, code: 'CTE_NO_TABLE' })
  t.match(await post({}, 'application/json'), { status: 400 })
  t.match((await made.ask('/flags/export?format=xlsx')).headers['content-type'], XLSX)
})
