import type { Item, ItemKind } from '@cte-align/contracts'
import { type Tree, treeOf } from '../src/index.ts'
import { item, MCS } from './builders.ts'

/** Numbers drawn by fast-check, read one after the other and again from the start: shrinking them shrinks the world. */
export type Dice = { roll: (sides: number) => number; pick: <T>(from: readonly T[]) => T }

export function diceOf(numbers: readonly number[]): Dice {
  let at = 0
  const roll = (sides: number): number => (numbers[at % numbers.length]! + Math.floor(at++ / numbers.length)) % sides
  return { roll, pick: from => from[roll(from.length)]! }
}

export const TEXTS = [
  'Plan, install, and maintain networks.',
  'Plan and maintain networks.',
  'Plan, install and maintain networks',
  'Use tools safely. Excludes welding.',
  'Use tools safely.',
  'Explain 5.10 and the law.',
] as const

/** One to three top-level items with pathways or sub-clusters, anchors, practices, standards and indicators. */
export function randomTree(dice: Dice): Tree {
  const items: Item[] = []
  const add = (kind: ItemKind, key: string, parent: string | null): string => {
    items.push(item(kind, key, parent, { position: dice.roll(4), title: `${dice.pick(TEXTS)} ${dice.roll(3)}` }))
    return key
  }
  const times = (most: number, make: (n: number) => void): void => {
    for (let n = dice.roll(most + 1); n > 0; n--) make(n)
  }
  for (let n = 1 + dice.roll(3); n > 0; n--) {
    const isSector = dice.roll(3) > 0
    const top = add(isSector ? 'sector' : 'cluster', `S${n}`, null)
    times(3, p => {
      const pathway = add(isSector ? 'pathway' : 'sub-cluster', `${top}.P${p}`, top)
      times(2, s => {
        const standard = add('standard', `${pathway}.${s}.0`, pathway)
        times(2, i => add('indicator', `${pathway}.${s}.${i}`, standard))
      })
    })
    times(1, a => {
      const anchor = add('anchor', `${top}.${a}.0`, top)
      times(2, i => add('indicator', `${top}.${a}.${i}`, anchor))
    })
    times(1, () => add('practice', `${top}.CRP`, top))
  }
  times(1, () => add('practice', 'CRP', null))
  // the code is the key without the top-level code, so codes repeat across sectors, as they do in the field
  return treeOf(MCS, items)
}
