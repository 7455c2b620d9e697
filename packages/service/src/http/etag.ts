import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { problem } from '../errors.ts'
import { ActorHeader } from './actor.ts'

/** Version 3 is `"v3"`. */
export const etagOf = (version: number): string => `"v${version}"`

const TAG = '(?:W/)?"[^"]*"'
const TAGS = `^[ \\t]*${TAG}(?:[ \\t]*,[ \\t]*${TAG})*[ \\t]*$`

/** For the `schema.headers` of a route that calls `requireMatch`: who acts, and on which version. Judged there, with 428, 400 or 412. */
export const ActorAndVersion = ActorHeader.extend({
  'if-match': z
    .string()
    .optional()
    .meta({ pattern: TAGS, description: 'The ETag that was read; without it: 428', example: '"v3"' }),
})

/** Passes when If-Match names the current version. Throws CTE_IF_MATCH_MISSING, CTE_BAD_IF_MATCH or CTE_CHANGED_MEANWHILE. */
export function requireMatch(request: Pick<FastifyRequest, 'headers'>, version: number): void {
  const given = request.headers['if-match']
  const current = etagOf(version)
  if (given === undefined || given === '') throw problem('CTE_IF_MATCH_MISSING', { current })
  // `*` would mean "whatever it has become": the very mistake that If-Match is here to prevent.
  if (!new RegExp(TAGS).test(given)) throw problem('CTE_BAD_IF_MATCH', { given })
  const tags = given.match(new RegExp(TAG, 'g'))
  if (!tags?.includes(current)) throw problem('CTE_CHANGED_MEANWHILE', { given, current })
}
