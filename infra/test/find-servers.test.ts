// What a person is told where a server cannot be had: small stand-ins on a PATH of their own.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import t from 'tap'
import { root } from '../system/program.ts'

/** Looks for a server with only these programs on the PATH, an empty .local (but for `files`), and this environment. */
async function find(dir: string, server: string, { programs = {}, files = {}, env = {} }: Machine) {
  const bin = join(dir, 'bin')
  const local = join(dir, 'local')
  await mkdir(bin)
  await mkdir(local)
  for (const [name, script] of Object.entries(programs)) await write(join(bin, name), `#!/bin/sh\n${script}\n`)
  for (const [path, content] of Object.entries(files)) await write(join(local, path), content)
  const script = `import('${join(root, 'infra/run/find-servers.mjs')}')
    .then(({ findServer }) => findServer('${server}')).then(found => console.log(JSON.stringify(found)), error => console.log(error.message))`
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', env: { PATH: bin, CTE_LOCAL: local, ...env } })
    .stdout
}

interface Machine {
  programs?: Record<string, string>
  files?: Record<string, string>
  env?: NodeJS.ProcessEnv
}

async function write(path: string, content: string) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  await chmod(path, 0o755)
}

t.test('an address that is given wins', async t => {
  const text = await find(t.testdir(), 'mongod', {
    programs: { mongod: 'echo db version v7.0.1' },
    env: { MONGODB_URI: 'mongodb://somewhere' },
  })
  t.equal(text, '✓ mongod (yours, from MONGODB_URI)\n{"url":"mongodb://somewhere"}\n')
})

t.test('a server on the PATH is used when it is new enough', async t => {
  const text = await find(t.testdir(), 'mongod', { programs: { mongod: 'echo db version v7.0.1' } })
  t.match(text, '✓ mongod 7.0.1 (from your PATH)')
})

t.test('an old server is not used; without Python the way on is named', async t => {
  const text = await find(t.testdir(), 'nats-server', { programs: { 'nats-server': 'echo nats-server: v2.9.10' } })
  t.match(
    text,
    'nats-server 2.9.10 on your PATH is not used: 2.11.0 is the least (older ones could lose a whole stream',
  )
  t.match(text, 'Python 3.10 or newer is needed to unpack the servers, and none was found')
  t.match(text, 'NATS_URL=')
  t.match(text, 'docker compose up')
})

t.test('an old Python is named', async t => {
  const text = await find(t.testdir(), 'nats-server', { programs: { python3: 'echo 3 8' } })
  t.match(text, 'Python 3.10 or newer is needed to unpack the servers (python3 is 3.8)')
})

t.test('a Python without pip says what to install', async t => {
  const text = await find(t.testdir(), 'nats-server', { programs: { python3: '[ "$1" = -c ] && echo 3 12' } })
  t.match(text, 'python3 3.12 has no pip. On Debian or Ubuntu: apt-get install python3-pip')
})

const linux = process.platform === 'linux' && process.arch === 'x64'

t.test('a mongod that lacks a system library says what to install', { skip: !linux }, async t => {
  const requirements = readFileSync(join(root, 'infra/requirements-mongod-linux.txt'), 'utf8')
  const text = await find(t.testdir(), 'mongod', {
    files: {
      'mongod/.installed': `${requirements} linux x64`,
      'mongod/fiftyone/db/bin/mongod': '#!/bin/sh\necho libcurl.so.4: cannot open shared object file >&2\nexit 127\n',
    },
  })
  t.match(text, 'mongod does not run here: libcurl.so.4: cannot open shared object file')
  t.match(text, 'apt-get install libcurl4')
  t.match(text, 'MONGODB_URI=')
})
