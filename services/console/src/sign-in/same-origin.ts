import type { FastifyRequest } from 'fastify'
import { problem } from '../errors.ts'

export const isRead = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method)

/**
 * Refuses a change that a page of somebody else's sends with our user's cookie. Every browser says where a change comes from, by one of these
 * headers or both; what sends neither is no browser and carries nobody's cookie by accident.
 */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  const { 'sec-fetch-site': site, origin } = request.headers
  if (site !== undefined && site !== 'same-origin')
    throw problem('CTE_OTHER_ORIGIN', { origin: origin ?? `a ${site} page` })
  if (origin === undefined || site === 'same-origin') return
  const own = publicUrl === undefined ? `http://${request.headers.host}` : new URL(publicUrl).origin
  if (origin !== own) throw problem('CTE_OTHER_ORIGIN', { origin })
}
