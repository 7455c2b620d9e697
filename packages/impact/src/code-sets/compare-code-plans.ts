import type { PlanContent } from '@cte-align/contracts'
import { compareKeys } from '../natural-order.ts'
import type { DecidedEntry } from './check-code-plan.ts'

/** What a plan makes of one code; a code that it makes is there by its content. */
export type Outcome = Pick<PlanContent, 'kind' | 'to' | 'title' | 'level' | 'successor'> & {
  made: PlanContent['newCodes'][number] | null
}
export interface PlanComparison {
  onlyA: { code: string; a: Outcome }[]
  onlyB: { code: string; b: Outcome }[]
  differing: { code: string; a: Outcome; b: Outcome }[]
  same: string[]
}

/** What two plans make of each code, side by side. Reasons are no part of it, nor is the order of what follows. */
export function compareCodePlans(a: readonly DecidedEntry[], b: readonly DecidedEntry[]): PlanComparison {
  const [left, right] = [outcomes(a), outcomes(b)]
  const found: PlanComparison = { onlyA: [], onlyB: [], differing: [], same: [] }
  for (const code of [...new Set([...left.keys(), ...right.keys()])].sort(compareKeys)) {
    const [one, other] = [left.get(code), right.get(code)]
    if (other === undefined) found.onlyA.push({ code, a: one! })
    else if (one === undefined) found.onlyB.push({ code, b: other })
    else if (JSON.stringify(one) === JSON.stringify(other)) found.same.push(code)
    else found.differing.push({ code, a: one, b: other })
  }
  return found
}

function outcomes(entries: readonly DecidedEntry[]): Map<string, Outcome> {
  const all = new Map<string, Outcome>()
  for (const { content } of entries) {
    const { kind, from, title, level, successor, newCodes } = content
    const to = [...content.to].sort(compareKeys)
    for (const code of from) all.set(code, { kind, to, title, level, successor, made: null })
    for (const made of newCodes)
      all.set(made.code, { kind: 'New', to: [], title: null, level: null, successor: 'named', made })
  }
  return all
}
