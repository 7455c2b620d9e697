/** An entry of the log is to be read, not worked with: so many characters of JSON say what it is about. */
const MOST = 4096

/** From "hardly shorter" to "only the outline": how much of texts and lists stays. */
const STEPS = [
  { text: 500, list: 20, depth: 8 },
  { text: 200, list: 5, depth: 5 },
  { text: 80, list: 2, depth: 3 },
  { text: 40, list: 0, depth: 1 },
]

/** The data, or, where it is long, its beginning in the same shape. What is cut of a text is marked with `…`; lists and objects just end. */
export function shorten(data: unknown): { data: unknown; partial?: true } {
  if (lengthOf(data) <= MOST) return { data }
  for (const step of STEPS) {
    const shorter = cut(data, step)
    if (lengthOf(shorter) <= MOST) return { data: shorter, partial: true }
  }
  return { data: null, partial: true }
}

const lengthOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0

function cut(value: unknown, step: { text: number; list: number; depth: number }): unknown {
  const { text, list, depth } = step
  if (typeof value === 'string') return value.length > text ? `${value.slice(0, text)}…` : value
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return Array.isArray(value) ? [] : {}
  const deeper = { ...step, depth: depth - 1 }
  if (Array.isArray(value)) return value.slice(0, list).map(entry => cut(entry, deeper))
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cut(inner, deeper)]))
}
