// A thin layer over fetch for whoever speaks to the services from outside: the loader, the demo, the story tests.

export interface Answer<T> {
  status: number
  body: T
  /** For If-Match. */
  etag: string | null
}

/** What a service said no with: problem details (RFC 9457), or whatever else came. */
export class Refused extends Error {
  readonly status: number
  readonly code: string | undefined
  readonly errors: { path: string; message: string }[]

  constructor(what: string, status: number, body: Record<string, unknown>) {
    const detail =
      typeof body.detail === 'string' ? body.detail : typeof body.title === 'string' ? body.title : 'no details'
    const errors = (Array.isArray(body.errors) ? body.errors : []) as { path: string; message: string }[]
    const rows = errors.slice(0, 10).map(({ path, message }) => `\n  ${path}: ${message}`)
    const more = errors.length > rows.length ? `\n  and ${errors.length - rows.length} more` : ''
    super(`${what}: ${status} ${body.code ?? ''} ${detail}${rows.join('')}${more}`)
    this.status = status
    this.code = typeof body.code === 'string' ? body.code : undefined
    this.errors = errors
  }
}

export interface ServiceClient {
  readonly url: string
  get<T>(path: string): Promise<T>
  read<T>(path: string): Promise<Answer<T>>
  post<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>
  patch<T>(path: string, body: unknown, headers: Record<string, string>): Promise<Answer<T>>
}

/** What comes of a broker or a service that has just come back: nothing was begun, and the same request may be sent again. */
const PASSING = 'CTE_AGENCY_UNREACHABLE'
const TRIES = 3

/** A service as one actor sees it. Every answer that is not 2xx is thrown as `Refused`; what passes by itself is tried again. */
export function createServiceClient(url: string, actor: string): ServiceClient {
  async function call<T>(
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
    tries = TRIES,
  ): Promise<Answer<T>> {
    const isText = typeof body === 'string'
    const headers: Record<string, string> = {
      'x-cte-actor': actor,
      ...(body !== undefined && { 'content-type': isText ? 'text/csv' : 'application/json' }),
      ...more,
    }
    const init: RequestInit = { method, headers }
    if (body !== undefined) init.body = isText ? body : JSON.stringify(body)
    const response = await fetch(url + path, init).catch(cause => {
      throw new Error(`Nobody answers at ${url}`, { cause })
    })
    const text = await response.text()
    const answer = parse(text)
    if (!response.ok) {
      const refused = new Refused(`${method} ${url}${path}`, response.status, answer as Record<string, unknown>)
      if (refused.code === PASSING && tries > 1) return call(method, path, body, more, tries - 1)
      throw refused
    }
    return { status: response.status, body: answer as T, etag: response.headers.get('etag') }
  }
  return {
    url,
    get: async path => (await call<never>('GET', path)).body,
    read: path => call('GET', path),
    post: (path, body, headers) => call('POST', path, body, headers),
    patch: (path, body, headers) => call('PATCH', path, body, headers),
  }
}

function parse(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return { detail: text.slice(0, 500) }
  }
}

/** Every row of a paged collection, following `next` to the end. */
export async function readAll<T>(service: ServiceClient, path: string): Promise<T[]> {
  const rows: T[] = []
  for (let at: string | null = path; at !== null; ) {
    const page: { items: T[]; next: string | null } = await service.get(at)
    rows.push(...page.items)
    at = page.next === null ? null : `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(page.next)}`
  }
  return rows
}
