// pnpm install, skipped when nothing that it depends on has changed and node_modules is whole.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './processes.mjs'
import { forThisMachine } from './put-in-place.mjs'
import { doing, done, lastLines, seconds, Trouble } from './say.mjs'
import { environment, root, temporary } from './settings.mjs'

// Inside node_modules, so that removing node_modules removes the stamp too.
const stampFile = join(root, 'node_modules', '.cte-align-installed')

/** After it, every workspace folder has what its package.json asks for, at the versions of pnpm-lock.yaml. */
export async function ensureDependencies(node, getPnpm) {
  const stamp = stampOf()
  if (read(stampFile) === stamp && missing().length === 0) {
    done('packages', 'already installed')
    return
  }
  const pnpm = await getPnpm()
  const begun = Date.now()
  doing('installing packages (half a minute the first time)')
  rmSync(stampFile, { force: true })
  try {
    await install(node, pnpm)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  if (missing().length > 0) {
    // An install that was killed can leave a node_modules that pnpm takes for whole.
    doing(`${missing()[0]} is missing: installing from scratch`)
    for (const folder of folders()) rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
    await install(node, pnpm)
  }
  const [gone] = missing()
  if (gone)
    throw new Trouble(`pnpm installed everything but ${gone}. Does pnpm-lock.yaml match the package.json files?`)
  writeFileSync(stampFile, stamp)
  done('packages', `installed, ${seconds(begun)}`)
}

async function install(node, pnpm) {
  const { code, out, err } = await run(pnpm[0], [...pnpm.slice(1), 'install', '--frozen-lockfile'], {
    cwd: root,
    recordIn: temporary,
    // CI: pnpm must not ask anything.
    env: environment({ CI: 'true' }, [dirname(node)]),
  })
  if (code === 0) return
  const hint = /OUTDATED_LOCKFILE/.test(out + err)
    ? '\nThe lock file is older than a package.json: run `node infra/run.mjs pnpm install --no-frozen-lockfile` and commit both.'
    : ''
  throw new Trouble(`pnpm install failed:\n${lastLines(out + err)}${hint}`)
}

function stampOf() {
  const hash = createHash('sha256').update(forThisMachine('packages'))
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)))
  // Scripts and descriptions may change freely.
  for (const folder of folders()) hash.update(JSON.stringify([folder.slice(root.length), asked(folder)]))
  return hash.digest('hex')
}

/** The root and every folder of the workspace that has a package.json. */
function folders() {
  const inside = ['packages', 'services'].flatMap(parent =>
    existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map(name => join(root, parent, name)) : [],
  )
  return [root, join(root, 'infra'), ...inside].filter(folder => existsSync(join(folder, 'package.json')))
}

function asked(folder) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { ...dependencies, ...devDependencies }
}

function missing() {
  if (!existsSync(join(root, 'node_modules', '.modules.yaml'))) return ['node_modules']
  return folders().flatMap(folder =>
    Object.keys(asked(folder))
      // Through the link, to the package's own file: a link may point nowhere, a folder may be empty.
      .map(name => join(folder, 'node_modules', name, 'package.json'))
      .filter(path => !existsSync(path))
      .map(path => path.slice(root.length + 1)),
  )
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
