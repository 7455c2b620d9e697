import {
  type Change,
  type ChangeClass,
  type Dependent,
  fingerprint,
  type Impact,
  type ItemRef,
  type Severity,
} from '@cte-align/contracts'
import { compareKeys } from '@cte-align/impact'
import type { Preview } from './preview-proposal.ts'

export interface BothItems {
  item: ItemRef
  left: Change[]
  right: Change[]
  /** Both lead to the same. */
  same: boolean
}
type Hit = { severity: Severity; classes: ChangeClass[] }
export interface BothDependents {
  agency: 'CTC' | 'CALPADS'
  dependent: Dependent
  left: Hit | null
  right: Hit | null
  same: boolean
}
export interface Comparison {
  items: BothItems[]
  onlyLeft: Change[]
  onlyRight: Change[]
  dependents: BothDependents[]
}

type Side = Pick<Preview, 'changes' | 'agencies'>

/** Two proposals side by side: where they touch the same item, what only one of them changes, and whom each would hit. Pure. */
export function compareProposals(left: Side, right: Side): Comparison {
  const [mine, theirs] = [byItem(left.changes), byItem(right.changes)]
  const common = [...mine.keys()].filter(id => theirs.has(id))
  return {
    items: common
      .map(id => bothItems(mine.get(id)!, theirs.get(id)!))
      .sort((a, b) => compareKeys(a.item.key, b.item.key)),
    onlyLeft: left.changes.filter(({ item }) => !theirs.has(item.id)),
    onlyRight: right.changes.filter(({ item }) => !mine.has(item.id)),
    dependents: [
      ...bothDependents('CTC', left.agencies.ctc.impacts, right.agencies.ctc.impacts),
      ...bothDependents('CALPADS', left.agencies.calpads.impacts, right.agencies.calpads.impacts),
    ].sort((a, b) => Number(a.same) - Number(b.same) || compareKeys(a.dependent.key, b.dependent.key)),
  }
}

function byItem(changes: Change[]): Map<string, Change[]> {
  const items = new Map<string, Change[]>()
  for (const change of changes) items.set(change.item.id, [...(items.get(change.item.id) ?? []), change])
  return items
}

function bothItems(left: Change[], right: Change[]): BothItems {
  const effect = (changes: Change[]) =>
    fingerprint(changes.map(({ aspect, after, successors }) => [aspect, after, successors]))
  return { item: left[0]!.item, left, right, same: effect(left) === effect(right) }
}

function bothDependents(agency: 'CTC' | 'CALPADS', left: Impact[], right: Impact[]): BothDependents[] {
  const rows = new Map<string, BothDependents>()
  for (const [side, impacts] of [
    ['left', left],
    ['right', right],
  ] as const)
    for (const { dependent, severity, classes } of impacts) {
      const row = rows.get(dependent.key) ?? { agency, dependent, left: null, right: null, same: false }
      rows.set(dependent.key, { ...row, [side]: { severity, classes } })
    }
  return [...rows.values()].map(row => ({ ...row, same: fingerprint(row.left) === fingerprint(row.right) }))
}
