import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { bounded, streamCsv } from '../src/index.ts'

const limits = {
  mostBytes: 10,
  tooLarge: () => new Error('too large'),
  brokenOff: () => new Error('broken off'),
}

t.test('as much as is allowed passes, more ends it, and a source that breaks off is no shorter one', async t => {
  t.equal(await text(bounded(Readable.from(['12345', '67890']), limits)), '1234567890')
  await t.rejects(text(bounded(Readable.from(['12345', '678901']), limits)), /too large/)
  const source = new PassThrough()
  const read = text(bounded(source, limits))
  source.write('123')
  source.destroy()
  await t.rejects(read, /broken off/)
})

t.test('whoever still sends a file that is refused already sees the answer, and may send another', async t => {
  const server = createServer(async (request, response) => {
    const rows = streamCsv(bounded(request, { ...limits, mostBytes: 1e9 }), { code: { headings: ['code'] } })
    let status = 200
    try {
      for await (const _ of rows);
    } catch {
      status = 422
    }
    response.writeHead(status, { 'content-length': 0 }).end()
  }).listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  t.teardown(() => socket.destroy())
  const send = async (body: string) => {
    socket.write(`POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${body.length}\r\n\r\n`)
    // Like many clients it reads nothing before all is sent.
    socket.pause()
    await new Promise(sent => socket.write(body, sent))
    socket.resume()
    const [answer] = await once(socket, 'data')
    return String(answer).split(' ')[1]
  }
  t.equal(await send(`other\n${'7100\n'.repeat(2_000_000)}`), '422')
  t.equal(await send('code\n7100\n'), '200', 'on the same connection')
})
