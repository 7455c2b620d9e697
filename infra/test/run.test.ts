// The commands as a person runs them, in a copy of the project with small services. Needs the package registries, as a first start does.
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { isRunning } from '../run/processes.mjs'
import { createProject } from './project.ts'

const project = await createProject()
t.teardown(() => project.remove())

t.test('a setup that is killed in the middle leaves nothing half-made in place', async t => {
  const setup = project.command('setup')
  const temporary = join(project.folder, '.local', `tmp-${setup.child.pid}`)
  await setup.says('fetching nats-server')
  while (!existsSync(join(temporary, 'run.json'))) await sleep(5)
  await sleep(300)
  setup.child.kill('SIGKILL')
  await setup.ended
  const left = await project.local()
  t.notOk(left.includes('nats-server'), 'what was being fetched is not in place')
  t.ok(existsSync(temporary), 'it is in a folder of its own')
  t.ok(existsSync(join(project.folder, '.local', 'pnpm', '.installed')), 'what was finished before is in place')
})

t.test('two setups after that wait for each other, repair it, and leave no traces', async t => {
  const setups = [project.command('setup'), project.command('setup')]
  t.strictSame(
    await Promise.all(setups.map(setup => setup.ended)),
    [0, 0],
    setups.map(setup => setup.text()).join('\n'),
  )
  const text = setups.map(setup => setup.text()).join('')
  t.match(text, /mongod \S+ \(from your PATH\)/)
  t.match(text, 'waiting for another setup in this folder')
  t.match(text, /removed tmp-\d+, left by a run that was interrupted/)
  t.equal(text.match(/nats-server \S+ \(into \.local\)/g)?.length, 1, 'fetched by one of them')
  t.strictSame((await project.local()).sort(), ['nats-server', 'pnpm'])
})

t.test('start moves away from a taken port and says so', async t => {
  const stranger = createServer((_, response) => response.end('not yours')).listen(
    Number(project.env.CTE_STANDARDS_PORT),
    '127.0.0.1',
  )
  t.teardown(() => stranger.close())
  await once(stranger, 'listening')
  const start = project.command('start')
  await start.says('Ready. Ctrl-C stops everything.')
  t.match(start.text(), `port ${project.env.CTE_STANDARDS_PORT} for standards is taken by another program: using`)
  const { open, urls, mongodb, state } = await project.runFile()
  t.equal(state, 'ready')
  t.equal((await fetch(open)).status, 200)
  t.match(start.text(), new RegExp(`Running after .* s\\.\nOpen ${open}\n`), 'what to open comes first')
  t.strictSame(await (await fetch(urls.standards)).json(), { database: 'cte_standards', mongodb })

  await t.test('a second start says where the first one is, and ends well', async t => {
    const second = project.command('start')
    t.equal(await second.ended, 0)
    t.match(second.text(), `It runs already (process ${start.child.pid})`)
    t.match(second.text(), `${urls.standards}/documentation`)
  })

  await t.test('reset refuses while it runs', async t => {
    const reset = project.command('reset', '--yes')
    t.equal(await reset.ended, 1)
    t.match(reset.text(), 'The data is in use')
  })

  await t.test('a polite kill stops all of it and nothing else', async t => {
    const { processes } = await project.runFile()
    t.equal(processes.length, 6)
    start.child.kill('SIGTERM')
    t.equal(await start.ended, 0)
    t.strictSame(processes.filter(isRunning), [])
    t.ok(stranger.listening)
    t.notOk((await project.local()).includes('run.json'))
  })
})

t.test('what a killed start left running is ended by the next one, on other ports too', async t => {
  const killed = project.command('start')
  await killed.says('Ready.')
  const { processes } = await project.runFile()
  killed.child.kill('SIGKILL')
  await killed.ended
  t.ok(processes.every(isRunning))

  // Another port for MongoDB: the replica set must come to know itself by its new address.
  project.env.CTE_MONGODB_PORT = project.env.CTE_NATS_PORT
  const next = project.command('start')
  await next.says('Ready.')
  t.match(next.text(), /ended mongod \(process \d+\), left running by a start that was killed/)
  t.strictSame(processes.filter(isRunning), [])

  await t.test('a service that ends takes the rest with it, and its last words are shown', async t => {
    const { processes, urls } = await project.runFile()
    await fetch(`${urls.credentials}/end`).catch(() => {})
    t.equal(await next.ended, 1)
    t.match(next.text(), 'credentials ended with code 3.\n  the disk is full')
    t.match(next.text(), join('.local', 'logs', 'credentials.log'))
    t.strictSame(processes.filter(isRunning), [])
  })
})

t.test('reset removes the data when nothing runs', async t => {
  const reset = project.command('reset', '--yes')
  t.equal(await reset.ended, 0)
  t.notOk((await project.local()).includes('data'))
})
