import type { NewItem, Operation } from '@cte-align/contracts'

const SHORT = 160

/** The item an operation works on, as the operation names it; null where it makes one at the top or works on none. */
export function targetOf(operation: Operation): string | null {
  switch (operation.op) {
    case 'add':
      return operation.parent
    case 'merge':
      return 'existing' in operation.into ? operation.into.existing : operation.items[0]!
    case 'map':
      return operation.from
    case 'unmap':
      return null
    case 'revise':
    case 'recode':
    case 'retitle':
    case 'move':
    case 'split':
    case 'retire':
    case 'restore':
      return operation.item
    default:
      return operation satisfies never
  }
}

/** What an operation does, in one line that needs no look-up. `name` turns an id into a natural key. */
export function operationInWords(operation: Operation, name: (target: string) => string): string {
  switch (operation.op) {
    case 'add':
      return `add ${newInWords(operation.item)} ${below(operation.parent, name)}`
    case 'revise':
      return `revise ${name(operation.item)}${revised(operation)}`
    case 'recode':
      return `recode ${name(operation.item)} as ${operation.code}`
    case 'retitle':
      return `retitle ${name(operation.item)} "${short(operation.title)}"`
    case 'move':
      return `move ${name(operation.item)} ${below(operation.parent, name)}`
    case 'merge': {
      const { into } = operation
      const target = 'existing' in into ? name(into.existing) : `the new ${newInWords(into.new)}`
      return `merge ${listed(operation.items.map(name))} into ${target}`
    }
    case 'split':
      return `split ${name(operation.item)} into ${listed(operation.into.map(newInWords))}`
    case 'retire':
      return `retire ${name(operation.item)}, ${successors(operation.successors, name)}`
    case 'restore':
      return `restore ${name(operation.item)}`
    case 'map': {
      const { crosswalk, from, to, relation } = operation
      return `map ${name(from)} as ${relation}${to === null ? '' : ` to ${to.framework} ${name(to.item)}`} in ${crosswalk}`
    }
    case 'unmap':
      return `unmap the relation ${operation.relation}: ${short(operation.reason)}`
    default:
      return operation satisfies never
  }
}

const short = (text: string): string => (text.length <= SHORT ? text : `${text.slice(0, SHORT - 1).toWellFormed()}…`)

const newInWords = ({ kind, code, title }: NewItem): string => `${kind} ${code} "${short(title)}"`

const below = (parent: string | null, name: (target: string) => string): string =>
  parent === null ? 'at the top' : `below ${name(parent)}`

function listed(words: string[]): string {
  const shown = words.slice(0, 6)
  const more = words.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function revised({ title, text, scopeNote }: Extract<Operation, { op: 'revise' }>): string {
  if (title !== undefined) return ` to "${short(title)}"`
  if (text !== undefined) return ': its text'
  return scopeNote === undefined ? '' : ': its scope note'
}

function successors(
  given: Extract<Operation, { op: 'retire' }>['successors'],
  name: (target: string) => string,
): string {
  if (typeof given === 'string') return `successors ${given}`
  return `succeeded by ${listed(given.map(({ framework, item }) => `${framework} ${name(item)}`))}`
}
