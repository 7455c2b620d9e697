import { type Actor, type Dependent, fingerprint, idFrom } from '@cte-align/contracts'
import { type FieldError, refuseFaults, type Sheet } from '@cte-align/service'
import type { BulkActions } from './bulk-actions.ts'
import { LIGHT, MOST_FLAGS } from './bulk-plan.ts'
import { problem } from './errors.ts'
import type { BulkActionDoc } from './models/bulk-action.ts'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { ReviewModels } from './models/models.ts'
import { judgeDecision, type ReadDecision, readDecisions } from './read-decisions.ts'
import { type FullStanding, standingOf } from './step.ts'

export interface Decided {
  row: number
  id: string
  dependent: Dependent
  before: FullStanding
  after: FullStanding
}

export interface DecisionsReport {
  sheet: string | null
  rows: number
  passedOver: number
  done: number
  decided: Decided[]
  faults: FieldError[]
  action: BulkActionDoc | null
}

export interface DecideOptions {
  sheet: string | undefined
  dryRun: boolean
  /** Take the good rows, name the bad ones. */
  skipErrors: boolean
  actor: Actor
  correlation: string
}

/**
 * Reads a file of decisions and takes them, through the machinery of bulk actions. Refused whole where a row is wrong; a flag that is
 * not in the file is not touched; the same file again finds its rows done.
 */
export function createDecide({ models, bulk }: { models: ReviewModels; bulk: BulkActions }) {
  const { Flag, Transition } = models

  async function flagsOf(decisions: readonly ReadDecision[]) {
    const ids = decisions.map(decision => decision.flag)
    const flags = await Flag.find({ _id: { $in: ids } }, LIGHT).lean<FlagDoc[]>()
    const prints = decisions.map(decision => decision.print)
    const told = { $or: [{ decision: { $in: prints } }, { flag: { $in: ids }, undoes: { $exists: true } }] }
    const steps = await Transition.find(told).sort({ number: 1 }).lean<FlagTransitionDoc[]>()
    return { flags: new Map(flags.map(flag => [flag._id, flag])), steps: Map.groupBy(steps, step => step.flag) }
  }

  return async (sheets: Sheet[], how: DecideOptions): Promise<DecisionsReport> => {
    const read = readDecisions(sheets, how.sheet)
    if (read.decisions.length > MOST_FLAGS) throw problem('CTE_BULK_TOO_LARGE', { most: MOST_FLAGS })
    const { flags, steps } = await flagsOf(read.decisions)
    const faults = [...read.faults]
    const decided: Decided[] = []
    const taken: ReadDecision[] = []
    let done = 0
    for (const decision of read.decisions) {
      const flag = flags.get(decision.flag)
      const judged = judgeDecision(decision, flag, steps.get(decision.flag) ?? [])
      if (judged.verdict === 'wrong') faults.push(...judged.faults)
      else if (judged.verdict === 'done') done++
      else {
        const { _id: id, dependent } = flag!
        decided.push({ row: decision.row.number, id, dependent, before: standingOf(flag!), after: judged.after })
        taken.push(decision)
      }
    }
    if (!how.skipErrors) refuseFaults(faults)
    const action = how.dryRun || taken.length === 0 ? null : await bulk.apply(orderOf(taken, how))
    return { sheet: read.sheet, rows: read.rows, passedOver: read.passedOver, done, decided, faults, action }
  }
}
export type Decide = ReturnType<typeof createDecide>

function orderOf(taken: readonly ReadDecision[], { actor, correlation }: DecideOptions) {
  const rows = taken.map(({ flag: id, version, seen, step, print }) => ({ id, version, seen, step, decision: print }))
  const id = idFrom('decisions', actor.id, fingerprint(rows.map(row => row.decision)))
  const of = `a file of decisions, ${rows.length} rows`
  const reason = 'Each row has its own'
  return { id, kind: 'decisions', actor, step: null, reason, of, rows, correlation } as const
}
