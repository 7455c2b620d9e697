import type { Service } from '@cte-align/service'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { problem } from '../errors.ts'

const NO_COUNTS = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }

/** So many requests of one client in a minute; an IPv6 client is its /64, which is what one household or office has. */
export async function limitRate(app: Service, { most }: { most: number }): Promise<void> {
  await (app as unknown as FastifyInstance).register(rateLimit, {
    max: most,
    timeWindow: 60_000,
    addHeaders: NO_COUNTS,
    addHeadersOnExceeding: NO_COUNTS,
    keyGenerator: request => clientOf(request.ip),
    errorResponseBuilder: (_request, { max, ttl }) =>
      problem('CTE_TOO_MANY_REQUESTS', { most: max, seconds: Math.ceil(ttl / 1000) }),
  })
}

/** Whose address this is, for counting. */
export function clientOf(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip
  const [head = '', tail] = ip.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? 0 : tail.split(':').length
  while (tail !== undefined && groups.length + after < 8) groups.push('0')
  return `${groups.slice(0, 4).join(':')}::/64`
}
