import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const SANE = /^[A-Za-z0-9._:@/-]{1,128}$/

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' && SANE.test(value) ? value : undefined
}

/** The caller's id where it is harmless in a log line, else a new one. */
export const requestIdOf = (request: IncomingMessage): string => headerOf(request, 'x-request-id') ?? randomUUID()

/** Ties everything together that follows from one act, across services; the request's own id begins a new one. */
export const correlationIdOf = (request: IncomingMessage, requestId: string): string =>
  headerOf(request, 'x-correlation-id') ?? requestId
