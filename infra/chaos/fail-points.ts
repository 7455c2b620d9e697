// Kills a service at a labelled step, restarts it, and counts what was lost or doubled.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Change, OperationInput } from '@cte-align/contracts'
import { MongoClient } from 'mongodb'
import { approveAll, assessed, type Flag, flagsOf, propose, publish, type Services } from '../seed/changes.ts'
import { readAll } from '../seed/http.ts'
import { untilLevel } from '../seed/level.ts'
import type { ServiceName, System } from '../system.ts'
import { createOracle } from './oracle.ts'

/** A step, and the service that is killed there. The labels are those of packages/service/src/fail-point.ts. */
export interface Kill {
  service: ServiceName
  step: string
}

const STANDARDS = [
  'publish.begun',
  'publish.items-written',
  'publish.changes-written',
  'publish.before-flip',
  'publish.flipped',
]
const OUTBOX = ['outbox.before-commit', 'outbox.committed']
const RELAY = ['relay.before-publish', 'relay.published', 'relay.position-written']
const CONSUME = ['consume.received', 'consume.before-commit', 'consume.committed', 'consume.acked']
const ASSESS = ['assess.before', 'assess.batch-written', 'assess.before-done', 'assess.done']

const at = (service: ServiceName, ...steps: string[]): Kill[] => steps.map(step => ({ service, step }))

/** Every step of the road once: publish, outbox and relay in standards, consume and assess in a flagging service. */
export const EACH_STEP_ONCE: Kill[] = [
  ...at('standards', ...STANDARDS, ...OUTBOX, ...RELAY),
  ...at('credentials', ...CONSUME, ...ASSESS),
]

/** Every step in every service that passes it. */
export const EACH_STEP_EVERYWHERE: Kill[] = [
  ...at('standards', ...STANDARDS, ...OUTBOX, ...RELAY),
  ...at('credentials', ...CONSUME, ...ASSESS, ...OUTBOX, ...RELAY),
  ...at('course-codes', ...CONSUME, ...ASSESS, ...OUTBOX, ...RELAY),
]

export interface Outcome extends Kill {
  release: string
  /** How the service ended: SIGKILL, or the step was never reached. */
  signal: string | null
  expected: number
  lost: string[]
  doubled: string[]
  /** Flags or causes nobody expected. */
  strange: string[]
}

/** A road to be killed on: the services are set to die, one after the other, where `kills` says. */
export interface Chaos {
  system: System
  services: Services
  kills: readonly Kill[]
}

/**
 * One kill: a proposal that touches a sector, a pathway and an anchor is published while the service is set to die at the step;
 * it is started again, and every flag of the release is compared with what the oracle says.
 */
export async function killAt({ system, services, kills }: Chaos, nth: number): Promise<Outcome> {
  const { service: name, step } = kills[nth]!
  const service = system.services[name]
  const urls = {
    standards: services.standards.url,
    credentials: services.credentials.url,
    courseCodes: services.courseCodes.url,
  }
  const trap = join(system.nats.store, 'armed')
  const set = (kill: Kill | undefined) => ({ env: { CTE_FAIL_AT: kill ? `${kill.step}@${trap}` : '' } })
  if (kills[nth - 1]?.service !== name) await service.restart(set(kills[nth]))
  const proposal = await propose(services, {
    framework: 'ca-mcs-2013',
    title: `Kill ${nth + 1}`,
    operations: await nextOperations(services, nth),
  })
  await approveAll(services, proposal)
  // What is still under way from before would spring the trap before anything is published.
  await untilLevel(urls)
  const { base } = await services.standards.get<{ base: number }>(`/proposals/${proposal}`)
  const release = `ca-mcs-2013@${base + 1}`
  await writeFile(trap, '')
  // A service that dies under the request leaves it without an answer; what it had begun is finished by its next start.
  await publish(services, proposal, 'To see what a crash does').catch(() => {})
  const exit = await Promise.race([service.waitExit(), sleep(15_000, null)])
  await rm(trap)
  const next = kills[nth + 1]
  await service.restart(set(next?.service === name ? next : undefined))
  if ((await services.standards.get<{ state: string }>(`/proposals/${proposal}`)).state === 'approved')
    await publish(services, proposal, 'Nothing had been promised; asked again')
  await assessed(services, release)
  // What arrived after the assessment (a link, a rule) is held against the release then: the comparison waits for it.
  await untilLevel(urls)
  return { service: name, step, release, signal: exit?.signal ?? null, ...(await compare(system, services, release)) }
}

/** Alternately narrows and widens a sector's scope, and with it retitles a pathway and mends an anchor's punctuation. */
async function nextOperations({ standards }: Services, round: number): Promise<OperationInput[]> {
  const { items } = await standards.get<{ items: { key: string; scopeNote: string | null }[] }>(
    '/frameworks/ca-mcs-2013/items?kind=sector&q=EEU',
  )
  const narrowed = items[0]!.scopeNote !== null
  return [
    { op: 'revise', item: 'EEU', scopeNote: narrowed ? null : 'Excludes land management (hypothetical).' },
    { op: 'retitle', item: 'BUS.A', title: `Business Management, round ${round} (hypothetical)` },
    { op: 'revise', item: 'ICT.10.0', title: `Technical Knowledge and Skills${'.'.repeat(1 + (round % 2))}` },
  ]
}

const oracle = createOracle()

async function compare(system: System, services: Services, release: string) {
  const changes = await readAll<{ change: Change }>(services.standards, `/releases/${release}/changes?limit=200`)
  const expected = oracle.expected(changes.map(({ change }) => change))
  const flags = [...(await flagsOf(services.credentials, release)), ...(await flagsOf(services.courseCodes, release))]
  const found = new Map<string, Flag[]>()
  for (const flag of flags) {
    const name = `${flag.dependent.kind} ${flag.dependent.key}`
    found.set(name, [...(found.get(name) ?? []), flag])
  }
  const doubled = [...found].filter(([, of]) => of.length > 1).map(([name]) => name)
  doubled.push(...(await toldTwice(system, release)))
  const lost: string[] = []
  const strange = [...found.keys()].filter(name => !expected.has(name))
  for (const [name, causes] of expected) {
    const had = new Set(
      (found.get(name) ?? []).flatMap(flag => flag.causes.map(cause => `${cause.change.id} ${cause.order}`)),
    )
    if (had.size === 0) lost.push(name)
    else {
      for (const cause of causes) if (!had.has(cause)) lost.push(`${name}: ${cause}`)
      for (const cause of had) if (!causes.has(cause)) strange.push(`${name}: ${cause}`)
    }
  }
  return { expected: expected.size, lost, doubled, strange }
}

/** Each flag is told by one event, each assessment by one; read from the outboxes, which nothing forgets. */
async function toldTwice(system: System, release: string): Promise<string[]> {
  const client = await new MongoClient(system.mongodb).connect()
  try {
    const twice: string[] = []
    for (const { database } of [system.standards, system.credentials, system.courseCodes]) {
      const told = await client
        .db(database)
        .collection('outbox')
        .aggregate<{ _id: string }>([
          {
            $match: {
              'event.data.release.id': release,
              'event.type': { $in: [/flagged$/, /assessed$/, 'cte.cde.release.published'] },
            },
          },
          {
            $group: {
              _id: { $ifNull: ['$event.data.flag', { $concat: ['$event.type', ' ', release] }] },
              times: { $sum: 1 },
            },
          },
          { $match: { times: { $gt: 1 } } },
        ])
        .toArray()
      twice.push(...told.map(({ _id }) => `told twice: ${_id}`))
    }
    return twice
  } finally {
    await client.close()
  }
}

/** Steps x kills, as the README shows it. */
export function table(outcomes: Outcome[]): string[] {
  const rows = new Map<string, { kills: number; lost: number; doubled: number; strange: number; flags: number }>()
  for (const outcome of outcomes) {
    const name = `${outcome.step.padEnd(24)} ${outcome.service.padEnd(13)}`
    const row = rows.get(name) ?? { kills: 0, lost: 0, doubled: 0, strange: 0, flags: 0 }
    if (outcome.signal === 'SIGKILL') row.kills++
    row.lost += outcome.lost.length
    row.doubled += outcome.doubled.length
    row.strange += outcome.strange.length
    row.flags += outcome.expected
    rows.set(name, row)
  }
  const head = `${'step'.padEnd(24)} ${'service'.padEnd(13)} kills   flags  lost  double  strange`
  const lines = [...rows].map(([name, row]) =>
    [
      name,
      String(row.kills).padStart(5),
      String(row.flags).padStart(7),
      String(row.lost).padStart(5),
      String(row.doubled).padStart(7),
      String(row.strange).padStart(8),
    ].join(' '),
  )
  const sum = (pick: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + pick(outcome), 0)
  return [
    head,
    ...lines,
    `${sum(outcome => (outcome.signal === 'SIGKILL' ? 1 : 0))} kills: lost ${sum(o => o.lost.length)}, double ${sum(o => o.doubled.length)}`,
  ]
}
