// Unpacks a pinned wheel with whatever Python there is. pip checks the hash; nothing is built and nothing else is fetched.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './processes.mjs'
import { forThisMachine, isInPlace, putInPlace } from './put-in-place.mjs'
import { doing, lastLines, Trouble } from './say.mjs'
import { environment, local, root, temporary } from './settings.mjs'

/** Puts the wheel of infra/<requirements> into .local/<name>. Returns the folder and whether it was made now. */
export async function ensureWheel(name, requirements) {
  const file = join(root, 'infra', requirements)
  const stamp = forThisMachine(readFileSync(file, 'utf8'))
  if (isInPlace(name, stamp)) return { folder: join(local, name), fresh: false }
  doing(`fetching ${name} into .local`)
  const python = await findPython()
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
    const { code, err } = await run(python, ['-m', 'pip', 'install', ...flags, '--target', target, '-r', file], {
      // A person's pip may be told to install for the user, which excludes --target, or in virtual environments alone.
      env: environment({ PIP_USER: '0', PIP_REQUIRE_VIRTUALENV: '0' }),
      recordIn: temporary,
    })
    if (code !== 0) throw new Trouble(`pip could not fetch ${name}:\n${lastLines(err)}`)
  })
  return { folder, fresh: true }
}

async function findPython() {
  const tooOld = []
  for (const name of ['python3', 'python', 'py']) {
    const { code, out } = await run(name, ['-c', 'import sys; print(*sys.version_info[:2])'])
    if (code !== 0) continue
    const [major, minor] = out.trim().split(' ').map(Number)
    if (major < 3 || (major === 3 && minor < 10)) {
      tooOld.push(`${name} is ${major}.${minor}`)
      continue
    }
    if ((await run(name, ['-m', 'pip', '--version'])).code === 0) return name
    throw new Trouble(`${name} ${major}.${minor} has no pip. On Debian or Ubuntu: apt-get install python3-pip`)
  }
  throw new Trouble(
    tooOld.length > 0
      ? `Python 3.10 or newer is needed to unpack the servers (${tooOld.join(', ')}).`
      : 'Python 3.10 or newer is needed to unpack the servers, and none was found (tried python3, python, py).',
  )
}
