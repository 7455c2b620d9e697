import { Agent, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import type { Service } from '@cte-align/service'
import compress from '@fastify/compress'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problem } from '../errors.ts'
import { isRead, requireSameOrigin } from '../sign-in/same-origin.ts'
import type { Sessions, Standing } from '../sign-in/sessions.ts'
import { documentHere } from './documentation.ts'
import { forward } from './forward.ts'
import { headersIn, headersOut } from './headers.ts'
import { isQuestion } from './questions.ts'
import { servicePath } from './service-path.ts'

/** Where each service is, as the gateway reaches it. */
export type Targets = Record<'standards' | 'credentials' | 'course-codes', string>

export interface ProxyOptions {
  targets: Targets
  sessions: Sessions
  publicUrl: string | undefined
  silenceMs: number
}

declare module 'fastify' {
  interface FastifyRequest {
    standing: Standing
  }
}

/** `/api/<service>/...`: everything public of each service, as the person who is signed in. */
export async function proxyRoutes(app: Service, options: ProxyOptions): Promise<void> {
  app.decorateRequest('standing')
  await app.register(async scope => {
    await scope.register(compress, { global: false, globalDecompression: false, encodings: ['gzip'] })
    // Bodies pass through as they come; the services judge what they are and how long.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body))
    for (const [service, url] of Object.entries(options.targets))
      proxyService(scope as unknown as Service, { ...options, service, url: new URL(url) })
  })
}

function proxyService(app: Service, options: ProxyOptions & { service: string; url: URL }): void {
  const { service, url, sessions, publicUrl, silenceMs } = options
  const prefix = `/api/${service}`
  const agent = new (url.protocol === 'https:' ? SecureAgent : Agent)({ keepAlive: true })
  app.addHook('onClose', async () => agent.destroy())

  const pass = async (request: FastifyRequest, reply: FastifyReply) => {
    const path = servicePath(request.raw.url ?? '', prefix)
    if (path === '/documentation') return reply.redirect(`${prefix}/documentation/`)
    const { standing, correlationId, id } = request
    const actor = standing.is === 'open' ? standing.person.actor : null
    const headers = headersIn(request.headers, { id, correlationId, actor })
    const answer = await forward(request, reply, { service, url, path, headers, agent, silenceMs })
    sessions.slide(reply, standing)
    return path === '/documentation/json' && answer.statusCode === 200
      ? reply.send(await documentHere(answer, prefix))
      : send(reply, answer, { url, prefix, path, head: request.method === 'HEAD' })
  }

  app.route({
    url: `${prefix}/*`,
    method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    schema: { hide: true },
    onRequest: async request => {
      request.standing = sessions.read(request)
      if (isRead(request.method)) return
      requireSameOrigin(request, publicUrl)
      if (!isQuestion(request.method, request.raw.url ?? '')) requireSession(request.standing)
    },
    handler: pass,
  })
}

function requireSession(standing: Standing): void {
  if (standing.is === 'none') throw problem('CTE_NOT_SIGNED_IN')
  if (standing.is === 'expired') throw problem('CTE_SESSION_EXPIRED', { until: standing.until.toISOString() })
}

/** Smaller answers fit into one packet as they are. */
const WORTH_PACKING_BYTES = 1400

function send(
  reply: FastifyReply,
  answer: IncomingMessage,
  { head, ...from }: { url: URL; prefix: string; path: string; head: boolean },
) {
  const { 'content-security-policy': policy, ...headers } = headersOut(answer.headers, from)
  if (!from.path.startsWith('/documentation')) reply.header('content-security-policy', policy)
  reply.code(answer.statusCode ?? 502).headers(headers)
  return !head && isWorthPacking(answer.headers) ? reply.compress(answer) : reply.send(answer)
}

/** Lists in JSON pack to a tenth. What comes line by line (x-ndjson) must not wait to be packed. */
const isWorthPacking = ({ 'content-type': type = '', 'content-length': length }: IncomingHttpHeaders): boolean =>
  /^application\/(problem\+)?json\b/.test(type) && Number(length ?? Number.POSITIVE_INFINITY) >= WORTH_PACKING_BYTES
