// What a key does in a tree, as the ARIA Authoring Practices have it.
import { type Line, parentIndex } from './rows.ts'

export type Move =
  | { does: 'go'; to: number }
  | { does: 'open' | 'close'; id: string }
  | { does: 'open-all'; ids: string[] }
  | { does: 'choose'; to: number }

const PAGE = 10

/** The move that a key asks for from the line at `index`, or undefined where it is none of the tree's. */
export function moveFor(key: string, lines: readonly Line[], index: number): Move | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  const go = (to: number): Move => ({ does: 'go', to: Math.max(0, Math.min(lines.length - 1, to)) })
  if (key === 'ArrowDown') return go(index + 1)
  if (key === 'ArrowUp') return go(index - 1)
  if (key === 'PageDown') return go(index + PAGE)
  if (key === 'PageUp') return go(index - PAGE)
  if (key === 'Home') return go(0)
  if (key === 'End') return go(lines.length - 1)
  if (key === 'Enter' || key === ' ') return { does: 'choose', to: index }
  if (key === 'ArrowRight') {
    if (line.is !== 'item' || line.row.children === 0) return go(index)
    return line.open ? go(index + 1) : { does: 'open', id: line.id }
  }
  if (key === 'ArrowLeft') {
    if (line.is === 'item' && line.open) return { does: 'close', id: line.id }
    return go(parentIndex(lines, index))
  }
  if (key === '*') return { does: 'open-all', ids: siblings(lines, index) }
  return undefined
}

/** Closed items that stand beside this one and have something below. */
function siblings(lines: readonly Line[], index: number): string[] {
  const above = parentIndex(lines, index)
  const depth = lines[index]!.depth
  const ids: string[] = []
  for (let at = depth === 1 ? 0 : above + 1; at < lines.length && lines[at]!.depth >= depth; at++) {
    const line = lines[at]!
    if (line.depth === depth && line.is === 'item' && line.row.children > 0 && !line.open) ids.push(line.id)
  }
  return ids
}

/** The next line, going round, whose code, key or title begins with what was typed; -1 where none does. */
export function typedTo(typed: string, lines: readonly Line[], index: number): number {
  const wanted = typed.toLowerCase()
  // One letter goes on from here; more of them refine where one stands.
  const from = typed.length === 1 ? index + 1 : index
  for (let n = 0; n < lines.length; n++) {
    const at = (from + n) % lines.length
    const line = lines[at]!
    if (line.is !== 'item') continue
    const { code, key, title } = line.row
    if ([code, key, title].some(text => text.toLowerCase().startsWith(wanted))) return at
  }
  return -1
}
