/** Whoever types a code means the item of that code, then those that begin with it. */
export function nearestFirst<T extends { key: string }>(items: T[] | undefined, typed: string): T[] | undefined {
  const wanted = typed.toLowerCase()
  if (!items || !wanted) return items
  const distance = ({ key }: T) => {
    const code = key.toLowerCase()
    return code === wanted ? 0 : code.startsWith(wanted) ? 1 : 2
  }
  return items.toSorted((a, b) => distance(a) - distance(b))
}
