import type { Service } from './service.ts'

/** While closing, every answer also ends its connection: clients that keep theirs open would hold the process up. */
export function letGoWhenClosing(app: Service): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}
