import { fastify } from 'fastify'
import type { Test } from 'tap'

export interface Seen {
  method: string
  url: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Longer than a packet, and much the same again and again. */
export const LIST = Array.from({ length: 200 }, (_, id) => ({ id, title: 'Cabinetry, millwork and woodworking' }))

/** A service that tells what it was asked, on a port of its own. `/metrics` is there, and nobody outside should ever see it. */
export async function standIn(t: Test) {
  const seen: Seen[] = []
  let left = 0
  let made = 0
  let hold = Promise.withResolvers<void>()
  hold.resolve()
  const app = fastify({ bodyLimit: 1024 * 1024 * 1024 })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, body, done) => done(null, body))
  app.addHook('onRequest', async ({ method, url, headers }) => void seen.push({ method, url, headers, body: '' }))
  app.get('/metrics', async () => 'secrets')
  app.get('/documentation/', async (_request, reply) => reply.type('text/html').send('<h1>Documentation</h1>'))
  app.get('/documentation/json', async () => ({
    openapi: '3.1.0',
    servers: [{ url: '/' }],
    paths: { '/things': {}, '/metrics': {}, '/dead-letters/redrive': {} },
  }))
  app.get('/things', async (_request, reply) =>
    reply
      .headers({ etag: '"v3"', 'set-cookie': 'mine=1', 'x-correlation-id': 'its own', connection: 'keep-alive, x-hop' })
      .header('x-hop', 'one step')
      .send({ items: [] }),
  )
  app.post('/things', async (_request, reply) => reply.code(201).header('location', '/things/7?a=b').send({ id: 7 }))
  app.get('/list', async (_request, reply) => reply.header('etag', '"v4"').send({ items: LIST }))
  app.get('/list/breaks', async (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': 100_000 })
    reply.raw.write(JSON.stringify(LIST), () => reply.raw.destroy())
  })
  app.get('/moved', async (_request, reply) => reply.redirect('https://elsewhere.example/x'))
  app.get('/paper', async (_request, reply) =>
    reply.type('text/html').header('content-security-policy', "default-src 'none'; style-src 'sha256-x'").send('<p>'),
  )
  app.get('/page', async (_request, reply) => reply.type('text/html').send('<script>alert(1)</script>'))
  app.delete('/things/:id', async (_request, reply) => reply.code(204).send())
  app.get('/refused', async (_request, reply) =>
    reply.code(412).type('application/problem+json').send('{"code":"CTE_CHANGED_MEANWHILE"}'),
  )
  app.get('/silent', async (_request, reply) => {
    reply.raw.once('close', () => left++)
    return new Promise(() => {})
  })
  app.put('/swallow', async (request, reply) => {
    let bytes = 0
    await hold.promise
    for await (const piece of request.body as AsyncIterable<Buffer>) bytes += piece.length
    return reply.send({ bytes })
  })
  app.get('/big/:bytes', async (request, reply) => {
    const { bytes } = request.params as { bytes: string }
    return reply.type('application/octet-stream').send(stream(Number(bytes), { onMade: count => (made += count) }))
  })
  app.get('/breaks', async (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-length': '1000' }).write('half')
    setTimeout(() => reply.raw.destroy(), 20)
  })
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ here: 'nothing' }))
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(() => app.close())
  return {
    url,
    seen,
    /** How many gave up waiting. */
    left: () => left,
    /** Bytes of `/big` so far. */
    made: () => made,
    /** `/swallow` takes nothing until the returned function is called. */
    hold() {
      hold = Promise.withResolvers<void>()
      return hold.resolve
    },
    close: () => app.close(),
  }
}

/** So many bytes, made as they are taken. */
export function stream(bytes: number, { onMade = (_count: number) => {} } = {}): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(64 * 1024).fill(120)
  let sent = 0
  return new ReadableStream(
    {
      pull(controller) {
        const size = Math.min(piece.length, bytes - sent)
        if (size === 0) return controller.close()
        sent += size
        onMade(size)
        controller.enqueue(piece.subarray(0, size))
      },
    },
    { highWaterMark: 1 },
  )
}
