import type { FastifyInstance } from 'fastify'

/** Remembers every route, to tell "there is nothing here" from "not with this method". Register it before the routes. */
export function rememberMethods(app: FastifyInstance): (url: string) => string[] {
  const byPattern = new Map<string, { pattern: RegExp; methods: Set<string> }>()
  app.addHook('onRoute', route => {
    const known = byPattern.get(route.url) ?? { pattern: toPattern(route.url), methods: new Set<string>() }
    for (const method of [route.method].flat()) known.methods.add(method)
    byPattern.set(route.url, known)
  })
  return url => {
    const path = url.split('?', 1)[0]!
    const methods = new Set<string>()
    for (const route of byPattern.values()) if (route.pattern.test(path)) for (const m of route.methods) methods.add(m)
    return [...methods].sort()
  }
}

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
