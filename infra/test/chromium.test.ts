// Where the browser comes from, and what is said where none can be had: small stand-ins on a PATH of their own.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { root } from '../system/program.ts'

/** Looks for a Chromium with only these programs on the PATH. */
async function find(dir: string, programs: Record<string, string>, env: NodeJS.ProcessEnv = {}) {
  const bin = join(dir, 'bin')
  await mkdir(bin)
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`)
    await chmod(join(bin, name), 0o755)
  }
  const script = `import('${join(root, 'infra/run/chromium.mjs')}')
    .then(({ ensureChromium }) => ensureChromium()).then(found => console.log(JSON.stringify(found)))`
  const all = { PATH: bin, CTE_LOCAL: join(dir, 'local'), ...env }
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', env: all }).stdout
}

const debian = existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
const asRoot = process.getuid?.() === 0
const skip = debian && asRoot ? false : 'only Debian, as root, installs one'

t.test('the one that is named wins over the PATH', async t => {
  const env = { CTE_CHROMIUM: join(t.testdirName, 'bin', 'mine') }
  const text = await find(t.testdir(), { mine: 'echo Chromium 150.0.1', chromium: 'echo Chromium 120.0.1' }, env)
  t.equal(text, `✓ Chromium 150.0.1 (yours, from CTE_CHROMIUM)\n{"binary":"${env.CTE_CHROMIUM}"}\n`)
})

t.test('one that is named and does not run is no reason to take another', async t => {
  const text = await find(t.testdir(), { chromium: 'echo Chromium 120.0.1' }, { CTE_CHROMIUM: '/nowhere' })
  t.match(text, 'tests in a browser are skipped: CTE_CHROMIUM=/nowhere is no Chromium that runs.')
})

t.test('a browser on the PATH is used, a program that only has its name is not', async t => {
  const programs = { chromium: 'echo install me from elsewhere; exit 1', 'google-chrome': 'echo Google Chrome 157.0.2' }
  t.match(await find(t.testdir(), programs), /✓ Chromium 157\.0\.2 \(from your PATH\)\n\{"binary":".*google-chrome"\}/)
})

t.test('of two, the one without windows is taken', async t => {
  const programs = { chromium: 'echo Chromium 156.0.1', 'chromium-headless-shell': 'echo Chromium 156.0.1' }
  t.match(await find(t.testdir(), programs), /"binary":".*chromium-headless-shell"/)
})

t.test('Debian installs its own, after asking what there is', { skip }, async t => {
  // As a release that has no shell: what it does have is the second best.
  const install = `printf '#!/bin/sh\\necho Chromium 156.0.1\\n' > "\${0%/*}/chromium"; /bin/chmod +x "\${0%/*}/chromium"`
  const aptGet = `echo "$@" >> "\${0%/*}/asked"; case "$*" in *install*shell*) exit 100;; *install*) ${install};; esac`
  const text = await find(t.testdir(), { 'apt-get': aptGet })
  t.match(text, "· installing Chromium from Debian's packages")
  t.match(text, /✓ Chromium 156\.0\.1 \(from Debian, .* s\)\n\{"binary":".*chromium"\}/)
  const asked = readFileSync(join(t.testdirName, 'bin', 'asked'), 'utf8')
    .trim()
    .split('\n')
  t.match(asked, [/ update$/, / install --yes .*chromium-headless-shell fonts/, / install --yes .*chromium fonts/])
})

t.test('where that fails, its reason and the way on are one line', { skip }, async t => {
  const text = await find(t.testdir(), { 'apt-get': 'echo reading; echo "E: no route" >&2; exit 100' })
  const line = 'apt-get update failed (E: no route). Install Chromium or Chrome, or say where one is with CTE_CHROMIUM='
  t.match(text, `tests in a browser are skipped: ${line}`)
  t.match(JSON.parse(text.trim().split('\n').at(-1)!).missing, line)
})
