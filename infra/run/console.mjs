// The console's pages, built by Vite into services/console/dist; skipped when nothing that they are made of has changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './processes.mjs'
import { doing, done, lastLines, note, seconds, Trouble } from './say.mjs'
import { environment, local, root, temporary } from './settings.mjs'

const home = join(root, 'services', 'console')
const dist = join(home, 'dist')
const stampFile = join(local, 'console-built')
const madeOf = ['services/console/web', 'services/console/package.json', 'packages/client/src', 'pnpm-lock.yaml']

/** After it, services/console/dist is what the sources make. Call under the lock. */
export async function ensureConsole(node) {
  if (!existsSync(join(home, 'web', 'index.html'))) return note('no pages: services/console/web is not there')
  const stamp = stampOf()
  if (existsSync(join(dist, 'index.html')) && read(stampFile) === stamp) return done('console', 'already built')
  const begun = Date.now()
  doing('building the console (about 20 s)')
  rmSync(stampFile, { force: true })
  const vite = join(home, 'node_modules', 'vite', 'bin', 'vite.js')
  const { code, out, err } = await run(node, [vite, 'build', 'web', '--logLevel', 'warn'], {
    cwd: home,
    recordIn: temporary,
    env: environment({}, [dirname(node)]),
  })
  rmSync(temporary, { recursive: true, force: true })
  if (code !== 0) throw new Trouble(`The console could not be built:\n${lastLines(out + err, 30)}`)
  writeFileSync(stampFile, stamp)
  done('console', `built, ${seconds(begun)}`)
}

function stampOf() {
  const hash = createHash('sha256')
  for (const file of madeOf.flatMap(filesOf)) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** The file, or every file below the folder, in an order of their own. */
function filesOf(path) {
  if (!existsSync(join(root, path))) return []
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .filter(name => name !== 'node_modules')
    .flatMap(name => filesOf(`${path}/${name}`))
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
