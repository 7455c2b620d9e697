import { problem } from '../errors.ts'

/** For those who run the services, not for those who use them: reached from the inside alone. */
const PRIVATE = new Set(['metrics', 'health', 'admin', 'positions', 'dead-letters', 'rebuild'])

/**
 * The address within the service, exactly as it was written. Nothing is decoded or made shorter on the way, here or after, so what is
 * judged here is what the service gets. Throws CTE_NO_SUCH_ROUTE for what is not public, CTE_BAD_PATH for what tries to step aside.
 */
export function servicePath(url: string, prefix: string): string {
  const [path = ''] = url.split('?', 1)
  if (!path.startsWith(`${prefix}/`)) throw problem('CTE_NO_SUCH_ROUTE', { path })
  const [first = '', ...rest] = path.slice(prefix.length + 1).split('/')
  if (!/^[a-z][a-z-]*$/.test(first) || PRIVATE.has(first)) throw problem('CTE_NO_SUCH_ROUTE', { path })
  if (rest.some(stepsAside)) throw problem('CTE_BAD_PATH', { path })
  return url.slice(prefix.length)
}

export const isPrivate = (path: string): boolean => PRIVATE.has(path.split('/')[1] ?? '')

/** A key may hold an encoded slash; a part that is `.` or `..`, in whatever spelling, is no key. */
function stepsAside(segment: string): boolean {
  let decoded: string
  try {
    decoded = decodeURIComponent(segment)
  } catch {
    return true
  }
  return /[\\\0]/.test(decoded) || decoded.split('/').some(part => part === '.' || part === '..')
}
