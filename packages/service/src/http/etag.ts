import type { FastifyRequest } from 'fastify'
import { problem } from '../errors.ts'

/** Version 3 is `"v3"`. */
export const etagOf = (version: number): string => `"v${version}"`

/** Passes when If-Match names the current version. Throws CTE_IF_MATCH_MISSING, CTE_BAD_IF_MATCH or CTE_CHANGED_MEANWHILE. */
export function requireMatch(request: Pick<FastifyRequest, 'headers'>, version: number): void {
  const given = request.headers['if-match']
  const current = etagOf(version)
  if (given === undefined || given === '') throw problem('CTE_IF_MATCH_MISSING', { current })
  const tags = given.split(',').map(tag => tag.trim())
  // `*` would mean "whatever it has become": the very mistake that If-Match is here to prevent.
  if (!tags.every(tag => /^(?:W\/)?"[^"]*"$/.test(tag))) throw problem('CTE_BAD_IF_MATCH', { given })
  if (!tags.includes(current)) throw problem('CTE_CHANGED_MEANWHILE', { given, current })
}
