import { type Actor, type Agency, type Role, readActor } from '@cte-align/contracts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { problem } from '../errors.ts'

/** For a route's `schema.headers`: says that somebody must act (OpenAPI tells it as a security scheme), and leaves judging to `actorOf`. */
export const ActorHeader = z.looseObject({
  'x-cte-actor': z.string().optional(),
})

/** Who acts. Throws CTE_NO_ACTOR or CTE_BAD_ACTOR. */
export function actorOf(request: Pick<FastifyRequest, 'headers'>): Actor {
  const header = request.headers['x-cte-actor']
  if (header === undefined || header === '') throw problem('CTE_NO_ACTOR')
  if (typeof header !== 'string') throw problem('CTE_BAD_ACTOR', { detail: 'given more than once' })
  const read = readActor(header)
  if ('actor' in read) return read.actor
  throw problem('CTE_BAD_ACTOR', { detail: read.fault })
}

/** The actor, where both agency and role are among those named. Throws CTE_NOT_ALLOWED saying who may. */
export function requireActor(
  request: Pick<FastifyRequest, 'headers'>,
  may: { agencies: readonly Agency[]; roles: readonly Role[] },
): Actor {
  const actor = actorOf(request)
  if (may.agencies.includes(actor.agency) && may.roles.includes(actor.role)) return actor
  throw problem('CTE_NOT_ALLOWED', {
    who: `${actor.id} (${actor.agency} ${actor.role})`,
    allowed: `${may.agencies.join(', ')} with the role ${may.roles.join(', ')}`,
  })
}
