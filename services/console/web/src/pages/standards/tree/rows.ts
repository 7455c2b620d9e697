// A tree as the lines in view: pure, so that 100,000 items are one array and nothing else.
import type { OutlineRow } from '../words.ts'

/** What is known of the items right below one (or at the top, under `''`). */
export interface Level {
  items: readonly OutlineRow[]
  total: number
  /** Where the rest begins. */
  next: string | null
  state: 'loading' | 'there' | 'failed'
}
export type Levels = ReadonlyMap<string, Level>

/** A line of the tree: an item, or what stands for items that are not here yet. */
export type Line =
  | { is: 'item'; id: string; row: OutlineRow; depth: number; at: number; of: number; open: boolean }
  | { is: 'more' | 'loading' | 'failed'; id: string; parent: string; depth: number; at: number; of: number }

export const TOP = ''

/** The lines of everything that is open, in order. */
export function linesOf(levels: Levels, open: ReadonlySet<string>): Line[] {
  const lines: Line[] = []
  const add = (parent: string, depth: number) => {
    const level = levels.get(parent)
    if (level === undefined) return void lines.push(standIn('loading', parent, depth, 1))
    level.items.forEach((row, index) => {
      const isOpen = row.children > 0 && open.has(row.id)
      lines.push({ is: 'item', id: row.id, row, depth, at: index + 1, of: level.total, open: isOpen })
      if (isOpen) add(row.id, depth + 1)
    })
    if (level.state === 'loading') lines.push(standIn('loading', parent, depth, level.total))
    else if (level.state === 'failed') lines.push(standIn('failed', parent, depth, level.total))
    else if (level.next !== null) lines.push(standIn('more', parent, depth, level.total))
  }
  add(TOP, 1)
  return lines
}

const standIn = (is: 'more' | 'loading' | 'failed', parent: string, depth: number, of: number): Line => ({
  is,
  id: `${is}:${parent}`,
  parent,
  depth,
  at: Math.max(1, of),
  of: Math.max(1, of),
})

/** Where the line of that id stands, or the first. */
export const indexOf = (lines: readonly Line[], id: string | undefined): number =>
  Math.max(
    0,
    lines.findIndex(line => line.id === id),
  )

/** The index of the line above in the tree; the same where it stands at the top. */
export function parentIndex(lines: readonly Line[], index: number): number {
  const depth = lines[index]?.depth ?? 1
  for (let at = index - 1; at >= 0; at--) if (lines[at]!.depth < depth) return at
  return index
}
