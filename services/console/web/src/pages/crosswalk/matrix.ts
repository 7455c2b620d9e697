import type { CoveredItem, EndItem, Relation } from './words.ts'

export interface Matrix {
  rows: EndItem[]
  columns: EndItem[]
  /** Of an item that somebody said has no counterpart, under its own id. */
  none: ReadonlyMap<string, Relation>
  at: (row: EndItem, column: EndItem) => Relation | undefined
}

/**
 * Every item of one end against every item of the other. Items that only a relation names (retired since, or of another kind) stand
 * behind those that the crosswalk maps.
 */
export function matrixOf(
  from: readonly CoveredItem[],
  to: readonly CoveredItem[],
  relations: readonly Relation[],
): Matrix {
  const rows = new Map(from.map(({ item }) => [item.id, item]))
  const columns = new Map(to.map(({ item }) => [item.id, item]))
  const none = new Map<string, Relation>()
  const cells = new Map<string, Relation>()
  for (const relation of relations) {
    if (relation.to === null) {
      none.set(relation.from.id, relation)
      if (!columns.has(relation.from.id) && !rows.has(relation.from.id)) rows.set(relation.from.id, relation.from)
      continue
    }
    if (!rows.has(relation.from.id)) rows.set(relation.from.id, relation.from)
    if (!columns.has(relation.to.id)) columns.set(relation.to.id, relation.to)
    cells.set(`${relation.from.id} ${relation.to.id}`, relation)
  }
  return {
    rows: [...rows.values()],
    columns: [...columns.values()],
    none,
    at: (row, column) => cells.get(`${row.id} ${column.id}`),
  }
}

/** Where a key leads in a grid of that many rows and columns; undefined for a key that leads nowhere. */
export function stepIn(
  { rows, columns }: { rows: number; columns: number },
  [row, column]: readonly [number, number],
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
): [number, number] | undefined {
  const [lastRow, lastColumn] = [rows - 1, columns - 1]
  switch (key) {
    case 'ArrowRight':
      return [row, Math.min(column + 1, lastColumn)]
    case 'ArrowLeft':
      return [row, Math.max(column - 1, 0)]
    case 'ArrowDown':
      return [Math.min(row + 1, lastRow), column]
    case 'ArrowUp':
      return [Math.max(row - 1, 0), column]
    case 'Home':
      return [ctrlKey ? 0 : row, 0]
    case 'End':
      return [ctrlKey ? lastRow : row, lastColumn]
    default:
      return undefined
  }
}
