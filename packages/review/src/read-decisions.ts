import { fingerprint } from '@cte-align/contracts'
import { CteError, type FieldError, readTable, type Sheet, type TableRow, textOf } from '@cte-align/service'
import { FILLED, READ_COLUMNS } from './decision-rows.ts'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import { type FullStanding, Step, stepFrom } from './step.ts'

type Name = keyof typeof READ_COLUMNS
type Row = TableRow<Name>

/** A row that says something, as it reads; whether it can be done is judged against the flag. */
export interface ReadDecision {
  row: Row
  flag: string
  version: number
  seen: string
  step: Step
  /** Of all of the above: the same row of the same export is the same decision. */
  print: string
}

export interface ReadDecisions {
  sheet: string | null
  rows: number
  /** Rows in which nothing is filled in. */
  passedOver: number
  decisions: ReadDecision[]
  faults: FieldError[]
}

/** What somebody filled in. Blanks of all sorts around a cell do not count; what a spreadsheet has made of a cell is named. */
export function readDecisions(sheets: Sheet[], sheet: string | undefined): ReadDecisions {
  const table = readTable(sheets, READ_COLUMNS, sheet)
  const read: ReadDecisions = { sheet: table.sheet, rows: table.rows.length, passedOver: 0, decisions: [], faults: [] }
  read.faults.push(...table.faults)
  const first = new Map<string, number>()
  for (const row of table.rows) {
    if (FILLED.every(name => textOf(row.cells[name]) === '')) {
      read.passedOver++
      continue
    }
    const decision = readRow(row, read.faults)
    if (decision === null) continue
    const before = first.get(decision.flag)
    if (before === undefined) {
      first.set(decision.flag, row.number)
      read.decisions.push(decision)
    } else read.faults.push({ path: row.at('flag'), message: `This flag was decided on before, in row ${before}` })
  }
  return read
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readRow(row: Row, faults: FieldError[]): ReadDecision | null {
  const before = faults.length
  const fault = (name: Name, message: string) => void faults.push({ path: row.at(name), message })
  const cell = (name: Name) => textOf(row.cells[name])
  const flag = cell('flag').toLowerCase()
  if (!ID.test(flag)) fault('flag', `${quoted(flag)} is no id of a flag; take it from the export`)
  const [, version] = /^v?([0-9]{1,9})$/i.exec(cell('version')) ?? []
  if (version === undefined) fault('version', `${quoted(cell('version'))} is no version; take it from the export`)
  const [, seen] = /^(?:text )?([0-9a-f]{32})$/i.exec(cell('seen')) ?? []
  if (seen === undefined)
    fault('seen', `${quoted(cell('seen'))} is no fingerprint of a text; a spreadsheet may have made a number of it`)
  const day = cell('due')
  const turned = day !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(day)
  if (turned) fault('due', `${quoted(day)} is not written YYYY-MM-DD; a spreadsheet may have turned it round`)
  const word = (name: 'to' | 'disposition') => cell(name).toLowerCase().replaceAll(' ', '-')
  // The reason is the person's own text: its lines stay.
  const reason = String(row.cells.reason ?? '').trim()
  const given = {
    to: word('to'),
    disposition: word('disposition'),
    owner: cell('owner'),
    due: turned ? '' : day,
    reason,
  }
  // An empty cell says nothing, and nothing is kept of it.
  const step = Step.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')))
  for (const issue of step.error?.issues ?? []) {
    const name = issue.path[0] as Name
    if (name === 'reason' && reason === '') fault('reason', 'Say why: a decision carries its reason')
    else fault(name, `${quoted(cell(name))}: ${issue.message}`)
  }
  if (faults.length > before || !step.success) return null
  const said = { flag, version: Number(version), seen: seen!.toLowerCase(), step: step.data }
  return { row, ...said, print: fingerprint(said) }
}

const quoted = (text: string) => (text === '' ? 'Nothing' : `"${text.slice(0, 60)}"`)

export type Judged =
  | { verdict: 'new'; after: FullStanding }
  | { verdict: 'done' }
  | { verdict: 'wrong'; faults: FieldError[] }

/** Whether a decision can be taken: the flag must stand as the export had it, unless this very row was taken before. */
export function judgeDecision(
  { row, version, seen, step, print }: ReadDecision,
  flag: FlagDoc | undefined,
  taken: readonly FlagTransitionDoc[],
): Judged {
  const wrong = (name: Name, message: string): Judged => ({
    verdict: 'wrong',
    faults: [{ path: row.at(name), message }],
  })
  if (flag === undefined) return wrong('flag', 'There is no such flag')
  const before = taken.find(one => one.decision === print)
  if (before !== undefined) {
    const undone = taken.find(one => one.undoes === before.number)
    if (undone === undefined) return { verdict: 'done' }
    return wrong(
      'version',
      `This row was taken as step ${before.number} and undone as step ${undone.number}; export anew`,
    )
  }
  if (flag.impactFingerprint !== seen)
    return wrong('seen', 'The flag says something else by now: read it again, and export anew')
  if (flag.version !== version)
    return wrong('version', `Somebody moved it meanwhile: it is v${flag.version}, ${flag.state}, ${ownerOf(flag)}`)
  try {
    return { verdict: 'new', after: stepFrom(flag, step) }
  } catch (error) {
    if (!(error instanceof CteError)) throw error
    return wrong(COLUMN_OF[error.code] ?? 'to', error.message)
  }
}

const ownerOf = ({ owner }: FlagDoc) => (owner === null ? 'seen to by nobody' : `seen to by ${owner}`)

const COLUMN_OF: Record<string, Name> = {
  CTE_DISPOSITION_MISSING: 'disposition',
  CTE_DISPOSITION_REFUSED: 'disposition',
  CTE_DISPOSITION_BY_SYSTEM: 'disposition',
  CTE_NEW_OWNER_MISSING: 'owner',
  CTE_DUE_REFUSED: 'due',
  CTE_FLAG_SUPERSEDED: 'flag',
}
