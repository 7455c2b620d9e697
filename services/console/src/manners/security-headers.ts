import type { Service } from '@cte-align/service'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const PAGES = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'object-src': ["'none'"],
}
/** Swagger UI styles its elements one by one; it needs no more than that. */
const DOCUMENTATION = { ...PAGES, 'style-src': ["'self'", "'unsafe-inline'"] }

const DOCUMENTATION_PATHS = /^(?:\/api\/[a-z-]+)?\/documentation(?:\/|$|\?)/

const OFF = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb']

const PERMISSIONS = OFF.map(feature => `${feature}=()`).join(', ')

/** In its own words for an address that is none, which is answered before any hook. */
export const REFUSAL_HEADERS = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': PERMISSIONS,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** What every answer says about what a browser may do with it. */
export async function securityHeaders(app: Service, { https }: { https: boolean }): Promise<void> {
  const plain = app as unknown as FastifyInstance
  await plain.register(helmet, {
    strictTransportSecurity: https && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: { useDefaults: false, directives: PAGES },
  })
  const documentation = toHeader(DOCUMENTATION)
  plain.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', PERMISSIONS)
    if (DOCUMENTATION_PATHS.test(request.url)) reply.header('content-security-policy', documentation)
  })
}

const toHeader = (policy: Record<string, string[]>): string =>
  Object.entries(policy)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join(';')
