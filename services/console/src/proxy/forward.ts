import { type Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problem } from '../errors.ts'

export interface Forwarding {
  /** For messages. */
  service: string
  url: URL
  path: string
  headers: Record<string, string | string[]>
  agent: Agent
  /** The longest silence: nothing sent and nothing received. */
  silenceMs: number
}

/**
 * Passes the request on as it comes, and resolves with the answer as soon as it begins. A client that goes away takes the request to the
 * service with it, so that nobody works for nobody. Rejects with CTE_UNAVAILABLE or CTE_SERVICE_SILENT; the client's body is then left to be read.
 */
export async function forward(request: FastifyRequest, reply: FastifyReply, how: Forwarding): Promise<IncomingMessage> {
  try {
    return await attempt(request, reply, how)
  } catch (error) {
    // The service closed a resting connection just as we took it. Reading again does no harm.
    if (error instanceof StaleConnection && request.body === undefined) return attempt(request, reply, how)
    throw error
  }
}

class StaleConnection extends Error {}

function attempt(request: FastifyRequest, reply: FastifyReply, how: Forwarding): Promise<IncomingMessage> {
  const { service, url, path, headers, agent, silenceMs } = how
  const { raw } = request
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const outgoing = send(url, { method: request.method, path: basePath(url) + path, headers, agent })
  const abandon = () => {
    if (!reply.raw.writableFinished) outgoing.destroy()
  }
  reply.raw.once('close', abandon)
  outgoing.once('response', resolve)
  outgoing.setTimeout(silenceMs, () => {
    reject(problem('CTE_SERVICE_SILENT', { what: service, seconds: Math.round(silenceMs / 1000) }))
    outgoing.destroy()
  })
  outgoing.on('error', (cause: Error & { code?: string }) => {
    reply.raw.off('close', abandon)
    const stale = outgoing.reusedSocket && cause.code === 'ECONNRESET'
    reject(stale ? new StaleConnection(service, { cause }) : problem('CTE_UNAVAILABLE', { what: service }, { cause }))
  })
  outgoing.once('close', () => raw.unpipe(outgoing))
  if (request.body === undefined) outgoing.end()
  else raw.pipe(outgoing)
  return promise
}

const basePath = (url: URL): string => url.pathname.replace(/\/$/, '')
