import { type Dependent, type ItemRef, idFrom, LineageReply, type Link, rpc } from '@cte-align/contracts'
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
  CTE_NO_LINK: { status: 404, title: 'No link', message: 'There is no link {link} of this service' },
})

/** A link as data or a person asks for it. `item` is a natural key (`AGR`, `AGR.A`); `any` takes its place for a wildcard. */
export interface WantedLink {
  dependent: Dependent
  framework: string
  item: string | null
  any: 'sector' | null
  verified: boolean
  basis: string
  /** Where it was asked for, for the fault: /courseCodes/3/alignments/0. */
  path: string
}

/** The part of the bus that is needed here. */
export interface Asking {
  request(
    subject: string,
    data: unknown,
    options: { correlationId: string; timeoutMs?: number },
  ): AsyncIterable<unknown>
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
  options: { correlationId: string; timeoutMs?: number },
): Promise<{ links: (Link | null)[]; faults: FieldError[] }> {
  const known = await ask(bus, wanted, options)
  const faults: FieldError[] = []
  const links = wanted.map(wish => {
    const framework = known.get(wish.framework)
    if (framework?.release == null) {
      faults.push({ path: wish.path, message: `No framework ${wish.framework} has been published` })
      return null
    }
    const found = wish.item === null ? null : framework.items.get(wish.item)
    if (found === undefined) {
      faults.push({ path: wish.path, message: `No item ${wish.item} in ${wish.framework}` })
      return null
    }
    return toLink(wish, found, framework.release)
  })
  return { links, faults }
}

function toLink(wish: WantedLink, found: Known | null, release: number): Link {
  const { dependent, framework, any, verified, basis } = wish
  return {
    id: idFrom('link', dependent.kind, dependent.key, framework, found?.item.id ?? `any ${any}`),
    dependent,
    framework,
    item: found?.item ?? null,
    any,
    lineage: found?.lineage ?? [],
    release,
    verified,
    basis,
  }
}

async function ask(
  bus: Asking,
  wanted: WantedLink[],
  options: { correlationId: string; timeoutMs?: number },
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
  options: { correlationId: string; timeoutMs?: number },
): AsyncGenerator<LineageReply> {
  try {
    for await (const piece of bus.request(rpc.lineage, request, options)) yield LineageReply.parse(piece)
  } catch (error) {
    throw linkProblem('CTE_STANDARDS_UNREACHABLE', {}, { cause: error })
  }
}
