import {
  type Dependent,
  type EventData,
  type ItemRef,
  idFrom,
  LineageReply,
  type Link,
  type RuleEdge,
  rpc,
  type Wildcard,
} from '@cte-align/contracts'
import { defineErrors, type FieldError } from '@cte-align/service'

export const linkProblem = defineErrors({
  CTE_STANDARDS_UNREACHABLE: {
    status: 503,
    title: 'Standards unreachable',
    message: 'The standards service did not say where the items stand; nothing was written. Try again',
  },
  CTE_LINK_EXISTS: {
    status: 409,
    title: 'Link exists',
    message: '{dependent} is linked to {item} already',
  },
  CTE_ITEM_UNKNOWN: { status: 422, title: 'No such item', message: 'No item {item} is published in {framework}' },
  CTE_NO_SUCH_LINK: { status: 404, title: 'No such link', message: 'There is no link {link} of this service' },
})

/** A link as data or a person asks for it. `item` is a natural key (`AGR`, `AGR.A`); `any` takes its place for a wildcard. */
export interface WantedLink {
  dependent: Dependent
  framework: string
  item: string | null
  any: Wildcard | null
  verified: boolean
  basis: string
  /** Where it was asked for, for the fault: /courseCodes/3/alignments/0. */
  path: string
}

/** The part of the bus that is needed here. */
export interface Asking {
  request(subject: string, data: unknown, options: AskOptions): AsyncIterable<unknown>
}

export interface AskOptions {
  correlationId: string
  timeoutMs?: number
}

/** An item and its ancestors, nearest first, as of a release. */
export interface FoundItem {
  item: ItemRef | null
  lineage: ItemRef[]
  release: number
}

type Known = { item: ItemRef; lineage: ItemRef[] }
type Frameworks = Map<string, { release: number | null; items: Map<string, Known> }>

const ITEMS_A_REQUEST = 500
/** No item has this key; asking for it tells a framework's release alone. */
const NO_ITEM = '-'

/**
 * Asks standards for the items and gives the links in the order asked for, with a fault for each item or framework
 * that standards does not know. Throws CTE_STANDARDS_UNREACHABLE. The same wish gives the same link id every time.
 */
export async function makeLinks(
  bus: Asking,
  wanted: WantedLink[],
  options: AskOptions,
): Promise<{ links: (Link | null)[]; faults: FieldError[] }> {
  const { found, faults } = await findItems(bus, wanted, options)
  return { links: found.map((known, index) => known && toLink(wanted[index]!, known)), faults }
}

/** As `makeLinks`, the items alone; of a wildcard (`item: null`) the framework's release. */
export async function findItems(
  bus: Asking,
  wanted: Pick<WantedLink, 'framework' | 'item' | 'path'>[],
  options: AskOptions,
): Promise<{ found: (FoundItem | null)[]; faults: FieldError[] }> {
  const frameworks = await ask(bus, wanted, options)
  const faults: FieldError[] = []
  const found = wanted.map(({ framework: key, item, path }) => {
    const framework = frameworks.get(key)
    const place = item === null ? { item: null, lineage: [] } : framework?.items.get(item)
    if (framework?.release == null) faults.push({ path, message: `No framework ${key} has been published` })
    else if (place === undefined) faults.push({ path, message: `No item ${item} in ${key}` })
    else return { ...place, release: framework.release }
    return null
  })
  return { found, faults }
}

/** From the words it was asked for with, so that the same data can take it away after the item was recoded. */
export const linkIdOf = (wish: Pick<WantedLink, 'dependent' | 'framework' | 'item' | 'any'>): string =>
  idFrom('link', wish.dependent.kind, wish.dependent.key, wish.framework, wish.item ?? `any ${wish.any}`)

function toLink(wish: WantedLink, { item, lineage, release }: FoundItem): Link {
  const { dependent, framework, any, verified, basis } = wish
  return { id: linkIdOf(wish), dependent, framework, item, any, lineage, release, verified, basis }
}

async function ask(
  bus: Asking,
  wanted: Pick<WantedLink, 'framework' | 'item'>[],
  options: AskOptions,
): Promise<Frameworks> {
  const known: Frameworks = new Map()
  for (const framework of new Set(wanted.map(wish => wish.framework))) {
    const keys = new Set(wanted.flatMap(wish => (wish.framework === framework ? [wish.item ?? NO_ITEM] : [])))
    const answer = { release: null as number | null, items: new Map<string, Known>() }
    const all = [...keys]
    for (let from = 0; from < all.length; from += ITEMS_A_REQUEST)
      for await (const reply of lineages(bus, { framework, items: all.slice(from, from + ITEMS_A_REQUEST) }, options)) {
        answer.release = reply.release?.number ?? answer.release
        for (const { asked, item, lineage } of reply.known) answer.items.set(asked, { item, lineage })
      }
    known.set(framework, answer)
  }
  return known
}

async function* lineages(
  bus: Asking,
  request: { framework: string; items: string[] },
  options: AskOptions,
): AsyncGenerator<LineageReply> {
  try {
    for await (const piece of bus.request(rpc.lineage, request, options)) yield LineageReply.parse(piece)
  } catch (error) {
    throw linkProblem('CTE_STANDARDS_UNREACHABLE', {}, { cause: error })
  }
}

/**
 * The edges of a decoder row: to the authorization that it names and, inferred, to the examination twins; a wildcard's
 * edge has the prefix instead. A row whose authorization nobody has listed yet has none.
 */
export function ruleEdgesOf(said: EventData<'cte.ctc.assignment-rule.changed'>, courseCode: Dependent): RuleEdge[] {
  const { rule, authorization, twins, removed } = said
  const edge = { rule: rule.id, courseCode, prefix: null, inferred: false, verified: rule.verified }
  if (removed) return []
  if (rule.kind === 'wildcard')
    return [{ ...edge, authorization: null, prefix: `${rule.documentCode}/${rule.authorizationCode}/` }]
  if (authorization === null) return []
  return [{ ...edge, authorization }, ...twins.map(twin => ({ ...edge, authorization: twin, inferred: true }))]
}
