// The package manager, in .local/pnpm: nobody has to install it.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { installFromNpm } from './npm-packages.mjs'
import { forThisMachine, isInPlace, putInPlace } from './put-in-place.mjs'
import { doing, done, seconds } from './say.mjs'
import { environment, local, root, versions } from './settings.mjs'
import { setup } from './setup.mjs'

/** How to call pnpm: a command and its first arguments. */
export async function ensurePnpm(node) {
  const stamp = forThisMachine(`pnpm ${versions.pnpm}`)
  if (!isInPlace('pnpm', stamp)) {
    const begun = Date.now()
    doing(`fetching pnpm ${versions.pnpm} into .local`)
    await putInPlace('pnpm', stamp, folder => installFromNpm(folder, 'pnpm', versions.pnpm))
    done(`pnpm ${versions.pnpm}`, `into .local, ${seconds(begun)}`)
  } else {
    done(`pnpm ${versions.pnpm}`, 'already in .local')
  }
  return [node, join(local, 'pnpm', 'node_modules', 'pnpm', 'bin', 'pnpm.mjs')]
}

/** `node infra/run.mjs pnpm <args>`: whatever pnpm starts finds our Node first. */
export async function runPnpm(args) {
  const { node, pnpm } = await setup({ dependencies: false, servers: false })
  const child = spawn(pnpm[0], [...pnpm.slice(1), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: environment({}, [dirname(node)]),
  })
  return new Promise(resolve => child.on('close', code => resolve(code ?? 1)))
}
