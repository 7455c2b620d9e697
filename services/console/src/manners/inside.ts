import { BlockList } from 'node:net'
import { problem, type Service } from '@cte-align/service'
import type { FastifyRequest } from 'fastify'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')
loopback.addSubnet('::ffff:127.0.0.0', 104, 'ipv6')

const INSIDE = /^\/(?:metrics|health)(?:\/|\?|$)/

/** Health and metrics answer the machine itself: a probe, a scraper beside it. For everybody else there is nothing there. */
export function keepInside(app: Service): void {
  app.addHook('onRequest', async request => {
    if (INSIDE.test(request.url) && !comesFromHere(request))
      throw problem('CTE_NO_SUCH_ROUTE', { path: request.url.split('?', 1)[0]! })
  })
}

/** By the connection alone. What some other server on this machine passes on comes from somebody else, and says so. */
function comesFromHere({ socket, headers }: FastifyRequest): boolean {
  const { remoteAddress = '', remoteFamily } = socket
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || headers.via !== undefined)
    return false
  return loopback.check(remoteAddress, remoteFamily === 'IPv6' ? 'ipv6' : 'ipv4')
}
