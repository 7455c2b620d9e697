import type { FastifyRequest } from 'fastify'
import { problem } from '../errors.ts'
import type { Service } from './service.ts'

/** Tells "there is nothing here" (404) from "not with this method" (405 with Allow). Register it before the routes. */
export function refuseUnknown(app: Service): void {
  const { allowed, isHidden } = rememberMethods(app)
  const refusal = (request: FastifyRequest) => {
    const path = request.url.split('?', 1)[0]!
    const methods = allowed(path).join(', ')
    if (methods === '') return { methods, error: problem('CTE_NO_SUCH_ROUTE', { path }) }
    return { methods, error: problem('CTE_METHOD_NOT_ALLOWED', { path, method: request.method, allowed: methods }) }
  }
  // Before the body is looked at: QUERY, say, would otherwise be refused for its content type.
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404 && !isHidden(request)) return
    const { methods, error } = refusal(request)
    if (methods !== '') reply.header('allow', methods)
    throw error
  })
  app.setNotFoundHandler(request => {
    throw refusal(request).error
  })
}

function rememberMethods(app: Service) {
  const byPattern = new Map<string, { pattern: RegExp; rank: string; methods: Set<string> }>()
  app.addHook('onRoute', route => {
    const { url } = route
    const known = byPattern.get(url) ?? { pattern: toPattern(url), rank: rankOf(url), methods: new Set<string>() }
    for (const method of [route.method].flat()) known.methods.add(method)
    byPattern.set(url, known)
  })
  /** Of the addresses that fit the path, the most particular: `/flags/export` before `/flags/:id`, as the router prefers them. */
  function nearest(path: string) {
    const fitting = [...byPattern.values()].filter(route => route.pattern.test(path))
    const rank = fitting.map(route => route.rank).sort()[0]
    return fitting.filter(route => route.rank === rank)
  }
  return {
    allowed: (path: string): string[] => [...new Set(nearest(path).flatMap(route => [...route.methods]))].sort(),
    /** `PATCH /course-codes/export` finds `/course-codes/:code`, though `export` is no code but a list that is only read. */
    isHidden({ url, routeOptions }: FastifyRequest): boolean {
      const [found] = nearest(url.split('?', 1)[0]!)
      return found !== undefined && routeOptions.url !== undefined && found.rank < rankOf(routeOptions.url)
    },
  }
}

/** Sorts an address before those that say less: in the first part that differs, a word comes before a parameter, that before the rest. */
const rankOf = (url: string): string =>
  url
    .split('/')
    .map(segment => (segment === '*' ? '2' : segment.includes(':') ? '1' : '0'))
    .join('')

/** `/flags/:id/transitions`, `/static/*`, `/frameworks/:key(^[a-z-]+$)` as an expression over the whole path. */
function toPattern(url: string): RegExp {
  const source = url
    .split('/')
    .map(segment => {
      if (segment === '*') return '.*'
      if (!segment.includes(':')) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      return segment
        .replace(/\([^)]*\)/g, '')
        .split(/(:[A-Za-z0-9_]+)/)
        .map(part => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
        .join('')
    })
    .join('/')
  return new RegExp(`^${source}$`)
}
