/** Data of an event, which may be there in part only: what is missing reads as empty. */
export interface Given {
  has: (...path: string[]) => boolean
  text: (...path: string[]) => string
  number: (...path: string[]) => number
  flag: (...path: string[]) => boolean
  list: (...path: string[]) => unknown[]
}

export function given(data: unknown): Given {
  const at = (path: string[]): unknown => path.reduce<unknown>((value, name) => within(value, name), data)
  return {
    has: (...path) => at(path) !== undefined && at(path) !== null,
    text: (...path) => {
      const found = at(path)
      return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
    },
    number: (...path) => Number(at(path) ?? 0),
    flag: (...path) => at(path) === true,
    list: (...path) => {
      const found = at(path)
      return Array.isArray(found) ? found : []
    },
  }
}

const within = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
