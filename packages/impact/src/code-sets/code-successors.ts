import { type CodeChange, KIND_EFFECTS, type KindEffect } from '@cte-align/contracts'
import { compareKeys, compareText } from '../natural-order.ts'

type Change = Pick<CodeChange, 'id' | 'kind' | 'from' | 'to' | 'successor' | 'schoolYear'>

/** One step of a chain: by this change the one code is followed by the other. */
export interface SuccessionStep {
  from: string
  to: string
  change: string
  /** Null where no source says from when. */
  schoolYear: string | null
}
export interface Succession {
  steps: SuccessionStep[]
  /** Codes at the ends of all chains, which no change takes further; the code itself where none concerns it. */
  current: string[]
  /** Codes with which a chain ends because none follows, or nobody says what does. */
  open: { code: string; successor: 'none' | 'unknown'; change: string }[]
  /** Codes that lead back to themselves: a fault of the sources, told and not followed. */
  cycles: string[]
}

/** Where a code has gone, step by step, up to a school year. Total: each code is visited once, so chains that turn back end too. */
export function succession(code: string, changes: readonly Change[], until: string | null = null): Succession {
  const leaving = new Map<string, Change[]>()
  for (const change of [...changes].sort(byYear)) {
    if (until !== null && change.schoolYear !== null && change.schoolYear > until) continue
    if (!leavesItsCodes(change)) continue
    for (const from of change.from) leaving.set(from, [...(leaving.get(from) ?? []), change])
  }
  const found: Succession = { steps: [], current: [], open: [], cycles: [] }
  const done = new Set<string>()
  const onWay = new Set<string>()
  // Of its own stack: a chain may be as long as there are codes.
  const work: { code: string; leave: boolean }[] = [{ code, leave: false }]
  for (let at = work.pop(); at !== undefined; at = work.pop()) {
    if (at.leave) {
      onWay.delete(at.code)
      continue
    }
    if (onWay.has(at.code)) found.cycles.push(at.code)
    if (done.has(at.code)) continue
    done.add(at.code)
    onWay.add(at.code)
    work.push({ code: at.code, leave: true })
    const left = leaving.get(at.code) ?? []
    if (left.length === 0) found.current.push(at.code)
    for (const { id, to, successor, schoolYear } of left) {
      if (successor !== 'named') found.open.push({ code: at.code, successor, change: id })
      for (const next of to) {
        found.steps.push({ from: at.code, to: next, change: id, schoolYear })
        work.push({ code: next, leave: false })
      }
    }
  }
  return {
    steps: found.steps.sort((a, b) => compareKeys(a.from, b.from) || compareKeys(a.to, b.to)),
    current: found.current.sort(compareKeys),
    open: found.open.sort((a, b) => compareKeys(a.code, b.code)),
    cycles: [...new Set(found.cycles)].sort(compareKeys),
  }
}

/** A change by which its codes go, whether or not others follow. A new title or description leaves a code where it is. */
export function leavesItsCodes({ kind, to }: Pick<CodeChange, 'kind' | 'to'>): boolean {
  const effect: KindEffect | undefined = (KIND_EFFECTS as Partial<Record<string, KindEffect>>)[kind]
  return effect === undefined ? to.length > 0 : effect.retires
}

const byYear = (a: Change, b: Change): number =>
  compareText(a.schoolYear ?? '', b.schoolYear ?? '') || compareText(a.id, b.id)
