import { randomUUID } from 'node:crypto'
import { maxHeaderSize } from 'node:http'
import type { Socket } from 'node:net'
import { problem } from '../errors.ts'
import type { Log } from '../log.ts'
import { PROBLEM_TYPE, problemBody } from './problem-details.ts'

/** What is no HTTP request, or one with too much before its body, never becomes a request: it is answered on the socket, in our words. */
export const refuseConnection =
  (log: Pick<Log, 'info'>) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    const id = randomUUID()
    const refusal = refusalOf(error)
    log.info({ code: refusal.code, detail: error.message, requestId: id }, 'A connection was refused')
    if (socket.writable) {
      const body = JSON.stringify(problemBody(refusal, { id, correlationId: id }))
      const head = [
        `HTTP/1.1 ${refusal.status} ${refusal.title}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        `Content-Type: ${PROBLEM_TYPE}`,
        'Connection: close',
      ]
      socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
    }
    socket.destroySoon()
  }

function refusalOf({ code, message }: Error & { code?: string }) {
  if (code === 'HPE_HEADER_OVERFLOW') return problem('CTE_HEADERS_TOO_LARGE', { limit: maxHeaderSize })
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problem('CTE_REQUEST_TIMEOUT')
  return problem('CTE_BAD_REQUEST', { detail: `This is not HTTP: ${message}` })
}
