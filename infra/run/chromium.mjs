// A Chromium for the tests in a browser: the one of CTE_CHROMIUM, one on the PATH, or on Debian as root the distribution's own.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { onPath } from './find-servers.mjs'
import { run } from './processes.mjs'
import { doing, done, lastLines, note, seconds } from './say.mjs'
import { environment, given, temporary } from './settings.mjs'

// The shell first: the same browser without windows, for a third less of the processors.
const debians = ['chromium-headless-shell', 'chromium']
const names = [...debians, 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const otherwise = 'Install Chromium or Chrome, or say where one is with CTE_CHROMIUM=/path/to/chromium.'
const osRelease = '/etc/os-release'

/** `{ binary }`, or `{ missing }`: one line that says why there is none and how to get one. Never an error: the other tests run without it. */
export async function ensureChromium() {
  const found = (await fromEnvironment()) ?? (await fromPath()) ?? (await fromDebian())
  if (found.missing) note(`tests in a browser are skipped: ${found.missing}`)
  return found
}

async function fromEnvironment() {
  const binary = given.chromium
  if (!binary) return undefined
  const version = await versionOf(binary)
  if (!version) return { missing: `CTE_CHROMIUM=${binary} is no Chromium that runs. ${otherwise}` }
  done(`Chromium ${version}`, 'yours, from CTE_CHROMIUM')
  return { binary }
}

async function fromPath() {
  for (const binary of names.map(onPath).filter(Boolean)) {
    const version = await versionOf(binary)
    // Ubuntu has a program of that name that only says how to get another one.
    if (!version) continue
    done(`Chromium ${version}`, 'from your PATH')
    return { binary }
  }
  return undefined
}

async function fromDebian() {
  if (!isDebian()) return { missing: `there is no Chromium on the PATH. ${otherwise}` }
  if (process.getuid?.() !== 0)
    return { missing: `there is no Chromium on the PATH. As root: apt-get install chromium-headless-shell` }
  const begun = Date.now()
  doing("installing Chromium from Debian's packages (a minute or two, once)")
  const failed = (await aptGet('update')) ?? (await installOneOf(debians))
  if (failed) return { missing: `${failed} ${otherwise}` }
  const binary = debians.map(onPath).find(Boolean)
  const version = binary && (await versionOf(binary))
  if (!version) return { missing: `apt-get installed a Chromium that does not run. ${otherwise}` }
  done(`Chromium ${version}`, `from Debian, ${seconds(begun)}`)
  return { binary }
}

/** What went wrong with the last of them, where none can be had: older releases have no shell of its own. */
async function installOneOf(packages) {
  let failed
  for (const name of packages) {
    failed = await aptGet('install', '--yes', '--no-install-recommends', name, 'fonts-liberation')
    if (!failed) return undefined
  }
  return failed
}

async function aptGet(...args) {
  const { code, out, err } = await run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: environment({ DEBIAN_FRONTEND: 'noninteractive' }),
    recordIn: temporary,
  })
  rmSync(temporary, { recursive: true, force: true })
  return code === 0 ? undefined : `apt-get ${args[0]} failed (${lastLines(err || out, 1)}).`
}

const isDebian = () => existsSync(osRelease) && /^ID="?debian"?$/m.test(readFileSync(osRelease, 'utf8'))

async function versionOf(binary) {
  const { code, out } = await run(binary, ['--version'])
  return code === 0 ? /Chrom\S* (\d+[\d.]*)/.exec(out)?.[1] : undefined
}
