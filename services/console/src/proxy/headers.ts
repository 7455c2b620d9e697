import type { IncomingHttpHeaders } from 'node:http'
import { type Actor, actorText } from '@cte-align/contracts'

/** Between two neighbours only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = [
  ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade', 'expect'],
]
/** The gateway alone says who acts, and its cookies are its own. */
const NEVER_IN = [...HOP_BY_HOP, 'host', 'cookie', 'x-cte-actor', 'x-request-id', 'x-correlation-id']
const NEVER_OUT = [...HOP_BY_HOP, 'set-cookie', 'x-request-id', 'x-correlation-id', 'strict-transport-security']

/** Without its own policy, what a service sends may do nothing at all where a browser shows it. */
const HARMLESS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What the service is told: the request's own headers without what only the gateway may say. */
export function headersIn(
  headers: IncomingHttpHeaders,
  own: { id: string; correlationId: string; actor: Actor | null },
): Record<string, string | string[]> {
  const { id, correlationId, actor } = own
  return {
    ...without(headers, NEVER_IN),
    'x-request-id': id,
    'x-correlation-id': correlationId,
    ...(actor && { 'x-cte-actor': actorText(actor) }),
  }
}

/** What the browser is told: the service's own headers, its addresses under the gateway's. */
export function headersOut(headers: IncomingHttpHeaders, target: { url: URL; prefix: string }) {
  const kept = without(headers, NEVER_OUT)
  const location = headers.location && underPrefix(headers.location, target)
  return {
    'cache-control': 'private, no-cache',
    'content-security-policy': HARMLESS,
    ...kept,
    ...(location && { location }),
  }
}

function without(headers: IncomingHttpHeaders, names: string[]): Record<string, string | string[]> {
  const named = (headers.connection ?? '').toLowerCase().split(',')
  const left = new Set([...names, ...named.map(name => name.trim())])
  const kept: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(headers)) if (value !== undefined && !left.has(name)) kept[name] = value
  return kept
}

function underPrefix(location: string, { url, prefix }: { url: URL; prefix: string }): string {
  const absolute = URL.parse(location, url.href)
  if (absolute === null || absolute.origin !== url.origin || !/^(?:\/|https?:)/.test(location)) return location
  return prefix + absolute.pathname + absolute.search + absolute.hash
}
