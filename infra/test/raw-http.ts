// HTTP as bytes, for what no client would send.
import { connect } from 'node:net'

export interface RawAnswer {
  /** 0 when the connection was closed without a word. */
  status: number
  type: string
  body: string
}

/** Sends the bytes and reads until the other side closes. An answer that takes longer than ten seconds is an error. */
export function sendRaw(url: string, bytes: Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname)
    const parts: Buffer[] = []
    const timer = setTimeout(() => {
      socket.destroy()
      fail(new Error(`No end after 10 s; it began with ${bytes.toString('latin1').slice(0, 80)}`))
    }, 10_000)
    const end = () => {
      clearTimeout(timer)
      done(read(Buffer.concat(parts).toString('utf8')))
    }
    socket.on('data', part => parts.push(part))
    // It may refuse while we still write: what it said before counts.
    socket.on('error', () => {})
    socket.on('close', end)
    socket.write(bytes)
  })
}

/** Sends the bytes and closes without waiting for an answer. */
export function hangUpAfter(url: string, bytes: Buffer): Promise<void> {
  const { hostname, port } = new URL(url)
  return new Promise(done => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    socket.on('close', () => done())
    socket.write(bytes, () => socket.destroy())
  })
}

/** A request with the given body and its true length, after which the connection closes. */
export function request(
  method: string,
  path: string,
  { headers = {}, body = '' }: { headers?: Record<string, string>; body?: Buffer | string } = {},
): Buffer {
  const content = typeof body === 'string' ? Buffer.from(body) : body
  const all = { host: 'x', connection: 'close', 'content-length': String(content.length), ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n`, 'latin1'), content])
}

function read(text: string): RawAnswer {
  const [head = '', body = ''] = text.split('\r\n\r\n', 2)
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
    type: /^content-type: (.*)$/im.exec(head)?.[1]?.trim() ?? '',
    body,
  }
}
