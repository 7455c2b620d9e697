/** Orders codes and keys as people do: `5.9` before `5.10`. Never depends on a locale. */
export function compareKeys(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? []
  const right = b.match(/\d+|\D+/g) ?? []
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = compareRuns(left[i]!, right[i]!)
    if (order !== 0) return order
  }
  return left.length - right.length || compareText(a, b)
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function compareRuns(a: string, b: string): number {
  const digits = /^\d/
  return digits.test(a) && digits.test(b) ? Number(a) - Number(b) : compareText(a, b)
}
