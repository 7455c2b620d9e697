import type { Socket } from 'node:net'
import type { Service } from './service.ts'

/**
 * While closing, every answer also ends its connection: clients that keep theirs open would hold the process up. So would those that
 * opened one in advance, as browsers do, and have not asked for anything: Node counts these as busy.
 */
export function letGoWhenClosing(app: Service): void {
  let closing = false
  const open = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  app.addHook('preClose', async () => {
    closing = true
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}
