import type { Bus } from '@cte-align/bus'
import { fingerprint, type Link } from '@cte-align/contracts'
import type { Cover } from '@cte-align/impact'
import { linkIdOf, makeLinks, type WantedLink } from '@cte-align/review'
import { type PlannedRow, refuseFaults } from '@cte-align/service'
import { type AuthorizationContent, dependentOf, keyOf } from './authorization.ts'
import type { CredentialsFile } from './import-file.ts'
import { type LegalReferenceContent, lawDependentOf } from './legal-reference.ts'

/** What becomes of a row's links, by its key. */
export type LinksByKey = Map<string, { added: Link[]; removed: string[] }>
type Asking = { bus: Pick<Bus, 'request'>; file: CredentialsFile; correlationId: string }

/** The links of authorizations to the items that they cover. */
export function linksForCovers(rows: PlannedRow<AuthorizationContent>[], asking: Asking): Promise<LinksByKey> {
  const places = new Map(asking.file.authorizations.map((row, index) => [keyOf(row), index]))
  return linksForRows(rows, asking, content =>
    content.covers.map(cover => coverWish(content, cover, `/authorizations/${places.get(keyOf(content))}/subjectCode`)),
  )
}

/** The link that a cover asks for. `path` names where it was said. */
export const coverWish = (content: AuthorizationContent, cover: Cover, path: string): WantedLink => ({
  ...cover,
  dependent: dependentOf(content),
  any: null,
  path,
})

/** The links of legal references to the lists that they speak of. */
export function linksForLists(rows: PlannedRow<LegalReferenceContent>[], asking: Asking): Promise<LinksByKey> {
  const places = new Map(asking.file.legalReferences.map(({ citation }, index) => [citation, index]))
  return linksForRows(rows, asking, content =>
    content.dependsOn.map(({ framework, list, verified, basis }, place) => ({
      ...{ framework, verified, basis, item: null, any: list },
      dependent: lawDependentOf(content),
      path: `/legalReferences/${places.get(content.citation)}/dependsOn/${place}/framework`,
    })),
  )
}

/**
 * The links that are new, asked from standards; those that are gone, by their ids. What the last import named already is not
 * asked for again. Throws CTE_IMPORT_REFUSED for an item or framework that nobody has published.
 */
async function linksForRows<C extends object>(
  rows: PlannedRow<C>[],
  { bus, correlationId }: Asking,
  wishesOf: (content: C) => WantedLink[],
): Promise<LinksByKey> {
  const beforeOf = ({ before }: PlannedRow<C>) => (before === null ? [] : wishesOf(before.imported))
  const wishes = rows.flatMap(row => {
    const before = new Set(beforeOf(row).map(printOf))
    return wishesOf(row.content).filter(wish => !before.has(printOf(wish)))
  })
  const { links, faults } = await makeLinks(bus, wishes, { correlationId })
  refuseFaults(faults)
  const added = Map.groupBy(
    links.filter(link => link !== null),
    link => link.dependent.key,
  )
  const gone = (row: PlannedRow<C>): string[] => {
    const kept = new Set(wishesOf(row.content).map(linkIdOf))
    return beforeOf(row)
      .map(linkIdOf)
      .filter(id => !kept.has(id))
  }
  return new Map(rows.map(row => [row.key, { added: added.get(row.key) ?? [], removed: gone(row) }]))
}

/** Of what is said of a link, its dependent's name left out. */
const printOf = ({ framework, item, any, verified, basis }: WantedLink): string =>
  fingerprint({ framework, item, any, verified, basis })
