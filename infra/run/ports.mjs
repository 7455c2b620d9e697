// Ports on loopback: the usual one, or a near one when another program has it.
import { connect, createServer } from 'node:net'
import { note, Trouble } from './say.mjs'

/** The wanted port if it is free, else the next free one, with a line that says so. `avoid`: ports promised to others of ours. */
export async function choosePort(name, wanted, avoid = new Set()) {
  for (let port = wanted; port < Math.min(wanted + 100, 65536); port++) {
    if (avoid.has(port) || !(await isFree(port))) continue
    if (port !== wanted) note(`port ${wanted} for ${name} is taken by another program: using ${port}`)
    avoid.add(port)
    return port
  }
  throw new Trouble(`No free port for ${name} from ${wanted} to ${wanted + 99}.`)
}

/** A question that is given up after five seconds: a program that starts may accept it and never answer. */
export const ask = url => fetch(url, { signal: AbortSignal.timeout(5_000) })

/** Any free port. */
export const freePort = () => listen(0)

/** Free means that nobody answers and that we may listen: a server on all addresses can hide from the second question alone. */
async function isFree(port) {
  if (await answers(port)) return false
  return listen(port).then(
    () => true,
    () => false,
  )
}

function answers(port) {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 500 })
    const end = answer => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', () => end(true))
    socket.on('timeout', () => end(true))
    socket.on('error', () => end(false))
  })
}

function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const { port: got } = server.address()
      server.close(() => resolve(got))
    })
  })
}
