// What a node of the graph says: its heading, the line below, and all of it for who listens.
import { changeInWords, HAPPENED, itemInWords, plainText, type Told } from '../../why/why-in-words.ts'
import { KIND_WORDS } from './impact-filters.ts'
import type { ImpactNode } from './impact-model.ts'
import type { ShownNode } from './shown-graph.ts'

export interface NodeWords {
  /** What it is: "Course code", "Pathway changed". */
  what: string
  /** Its code. */
  name: string
  /** Its title, or how many it stands for. */
  about: string
}

export function nodeInWords(shown: ShownNode): NodeWords {
  if (shown.kind === 'group')
    return {
      what: 'Group',
      name: shown.words,
      about: countsOf(shown.members),
    }
  if (shown.kind === 'rest')
    return { what: 'More of the group', name: shown.words, about: `${shown.members.length} more: see the table` }
  return oneInWords(shown.node)
}

export function oneInWords(node: ImpactNode): NodeWords {
  if (node.kind === 'change') {
    const { item, class: chosen } = node.change
    return { what: `${capital(item.kind)} ${HAPPENED[chosen]}`, name: item.key, about: item.title }
  }
  if (node.kind === 'item') return { what: capital(node.item.kind), name: node.item.key, about: node.item.title }
  const what = capital(KIND_WORDS[node.dependent.kind])
  return {
    what: node.hit === null ? `${what}, only on the way` : what,
    name: node.dependent.key,
    about: node.title ?? 'Title not told here',
  }
}

/** What the edges of a node show, for who listens. */
export const waysInWords = (into: number, out: number): string =>
  [into > 0 && `reached by ${into}`, out > 0 && `leads to ${out}`].filter(Boolean).join(', ')

/** "3 breaking, 21 review" of a group; only how many where none has a severity. */
export function countsOf(nodes: readonly ImpactNode[]): string {
  const by = Map.groupBy(nodes, ({ severity }) => severity)
  const counts = (['breaking', 'review', 'notice'] as const).flatMap(severity => {
    const many = by.get(severity)?.length ?? 0
    return many > 0 ? [`${many} ${severity}`] : []
  })
  const onTheWay = by.get(null)?.length ?? 0
  return [...counts, ...(onTheWay > 0 ? [`${onTheWay} on the way`] : [])].join(', ')
}

/** A heading for what is chosen. */
export function headingOf(node: ImpactNode, told: Told): string {
  if (node.kind === 'change') return plainText(changeInWords(node.change, told))
  if (node.kind === 'item') return capital(itemInWords(node.item))
  const { dependent, title } = node
  return `${capital(KIND_WORDS[dependent.kind])} ${dependent.key}${title === null ? '' : `: ${title}`}`
}

const capital = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`
