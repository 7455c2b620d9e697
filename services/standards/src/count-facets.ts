/** One combination of values, and how many there are of it. */
export interface Combination<F extends string> {
  _id: Record<F, string | boolean>
  count: number
}
export type Facets<F extends string> = { [name in F]: Record<string, number> }

/** Each facet counts what the other choices leave: what one would get by choosing it. `total` is under all choices. */
export function countFacets<F extends string>(
  combinations: readonly Combination<F>[],
  chosen: Record<F, string | boolean | undefined>,
): { facets: Facets<F>; total: number } {
  const names = Object.keys(chosen) as F[]
  const facets = Object.fromEntries(names.map(name => [name, {}])) as Facets<F>
  let total = 0
  for (const { _id, count } of combinations) {
    const off = names.filter(name => chosen[name] !== undefined && chosen[name] !== _id[name])
    if (off.length === 0) total += count
    for (const name of names) {
      if (off.some(other => other !== name)) continue
      const [counts, value]: [Record<string, number>, string] = [facets[name], String(_id[name])]
      counts[value] = (counts[value] ?? 0) + count
    }
  }
  return { facets, total }
}
