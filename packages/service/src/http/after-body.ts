import type { IncomingMessage } from 'node:http'

const PATIENCE = 10_000

/**
 * Calls back once the client has sent all it wanted to send, which is thrown away; after ten seconds in any case. To a client that
 * still sends, an answer that closes the connection would get lost: it would see nothing but the connection reset.
 */
export function afterBody(request: IncomingMessage, answer: () => void): void {
  const { 'transfer-encoding': encoding, 'content-length': length = '0' } = request.headers
  const hasBody = encoding !== undefined || Number(length) > 0
  if (!hasBody || request.complete || request.readableEnded || request.destroyed) {
    answer()
    return
  }
  let answered = false
  const once = () => {
    if (answered) return
    answered = true
    clearTimeout(timer)
    answer()
  }
  const timer = setTimeout(once, PATIENCE)
  request.on('end', once).on('close', once).on('error', once).resume()
}
