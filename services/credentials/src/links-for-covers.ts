import type { Bus } from '@cte-align/bus'
import { fingerprint, type Link } from '@cte-align/contracts'
import type { Cover } from '@cte-align/impact'
import { linkIdOf, makeLinks, type WantedLink } from '@cte-align/review'
import { type PlannedRow, refuseFaults } from '@cte-align/service'
import { type AuthorizationContent, dependentOf, keyOf } from './authorization.ts'
import type { CredentialsFile } from './import-file.ts'

export type PlannedAuthorization = PlannedRow<AuthorizationContent>
/** What becomes of an authorization's links, by its key. */
export type LinksByKey = Map<string, { added: Link[]; removed: string[] }>

/**
 * The links of covers that are new, asked from standards; those of covers that are gone, by their ids. A cover that the
 * last import named already is not asked for again. Throws CTE_IMPORT_REFUSED for an item that nobody has published.
 */
export async function linksForCovers(
  bus: Pick<Bus, 'request'>,
  file: CredentialsFile,
  rows: PlannedAuthorization[],
  correlationId: string,
): Promise<LinksByKey> {
  const places = new Map(file.authorizations.map((row, index) => [keyOf(row), index]))
  const wishes = rows.flatMap(row => {
    const before = new Set(row.before?.imported.covers.map(fingerprint))
    const path = `/authorizations/${places.get(row.key)}/subjectCode`
    return row.content.covers.filter(cover => !before.has(fingerprint(cover))).map(cover => wish(row, cover, path))
  })
  const { links, faults } = await makeLinks(bus, wishes, { correlationId })
  refuseFaults(faults)
  const added = Map.groupBy(
    links.filter(link => link !== null),
    link => link.dependent.key,
  )
  return new Map(rows.map(row => [row.key, { added: added.get(row.key) ?? [], removed: gone(row) }]))
}

function gone(row: PlannedAuthorization): string[] {
  const kept = new Set(row.content.covers.map(cover => linkIdOf(wish(row, cover, ''))))
  const before = row.before?.imported.covers.map(cover => linkIdOf(wish(row, cover, ''))) ?? []
  return before.filter(id => !kept.has(id))
}

/** The link that a cover asks for. `path` names where it was said. */
export const wish = (row: Pick<PlannedAuthorization, 'content'>, cover: Cover, path: string): WantedLink => ({
  dependent: dependentOf(row.content),
  framework: cover.framework,
  item: cover.item,
  any: null,
  verified: cover.verified,
  basis: cover.basis,
  path,
})
