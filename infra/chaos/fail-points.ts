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

/** Where services die on the road of one release: each at one step at most, in the order of the road. */
export type Round = readonly Kill[]

const at = (service: ServiceName, ...steps: string[]): Kill[] => steps.map(step => ({ service, step }))

/** The first of each, the second of each ... */
const rounds = (...roads: Kill[][]): Round[] =>
  Array.from({ length: Math.max(...roads.map(road => road.length)) }, (_, n) => roads.flatMap(road => road[n] ?? []))

/** Every step of the road once: publish, outbox and relay in standards, consume and assess in a flagging service. */
export const EACH_STEP_ONCE = rounds(
  at('standards', ...STANDARDS, ...OUTBOX, ...RELAY),
  at('credentials', ...CONSUME, ...ASSESS),
)

/** Every step in every service that passes it. */
export const EACH_STEP_EVERYWHERE = rounds(
  at('standards', ...STANDARDS, ...OUTBOX, ...RELAY),
  at('credentials', ...CONSUME, ...ASSESS, ...OUTBOX, ...RELAY),
  at('course-codes', ...CONSUME, ...ASSESS, ...OUTBOX, ...RELAY),
)

export interface Outcome {
  /** How each service ended: SIGKILL, or null where its step was never reached. */
  kills: (Kill & { signal: string | null })[]
  release: string
  expected: number
  lost: string[]
  doubled: string[]
  /** Flags or causes nobody expected. */
  strange: string[]
}

/** A road to be killed on: the services are set to die, round after round, where `rounds` says. */
export interface Chaos {
  system: System
  services: Services
  rounds: readonly Round[]
}

/**
 * One round: a proposal that touches a sector, a pathway and an anchor is published while services are set to die, each at its step;
 * each is started again, and every flag of the release is compared with what the oracle says.
 */
export async function killIn({ system, services, rounds }: Chaos, nth: number): Promise<Outcome> {
  const round = rounds[nth]!
  const urls = {
    standards: services.standards.url,
    credentials: services.credentials.url,
    courseCodes: services.courseCodes.url,
  }
  const trap = (service: ServiceName) => join(system.nats.store, `armed-${service}`)
  /** Set to die at its step of a round, if it has one there. */
  const restart = (service: ServiceName, to: Round | undefined) => {
    const step = to?.find(kill => kill.service === service)?.step
    return system.services[service].restart({ env: { CTE_FAIL_AT: step ? `${step}@${trap(service)}` : '' } })
  }
  if (nth === 0) for (const { service } of round) await restart(service, round)
  const proposal = await propose(services, {
    framework: 'ca-mcs-2013',
    title: `Round ${nth + 1}`,
    operations: await nextOperations(services, nth),
  })
  await approveAll(services, proposal)
  // What is still under way from before would spring the traps before anything is published.
  await untilLevel(urls)
  const { base } = await services.standards.get<{ base: number }>(`/proposals/${proposal}`)
  const release = `ca-mcs-2013@${base + 1}`
  for (const { service } of round) await writeFile(trap(service), '')
  // A service that dies under the request leaves it without an answer; what it had begun is finished by its next start. What had not
  // begun is asked again, and fails again where another one has died meanwhile.
  await publish(services, proposal, 'To see what a crash does').catch(() => {})
  const askAgain = async () => {
    const { state } = await services.standards.get<{ state: string }>(`/proposals/${proposal}`)
    if (state === 'approved') await publish(services, proposal, 'Nothing had been promised; asked again')
  }
  const kills: Outcome['kills'] = []
  for (const kill of round) {
    const exit = await Promise.race([system.services[kill.service].waitExit(), sleep(15_000, null)])
    kills.push({ ...kill, signal: exit?.signal ?? null })
    await rm(trap(kill.service))
    await restart(kill.service, rounds[nth + 1])
    await askAgain().catch(() => {})
  }
  await askAgain()
  await assessed(services, release)
  // What arrived after the assessment (a link, a rule) is held against the release then: the comparison waits for it.
  await untilLevel(urls)
  return { kills, release, ...(await compare(system, services, release)) }
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

/** Steps x kills, as the README shows it: what was lost in a release is told at each step on its road. */
export function table(outcomes: Outcome[]): string[] {
  const names = new Map<string, { kills: number; lost: number; doubled: number; strange: number; flags: number }>()
  for (const outcome of outcomes)
    for (const { service, step, signal } of outcome.kills) {
      const name = `${step.padEnd(24)} ${service.padEnd(13)}`
      const row = names.get(name) ?? { kills: 0, lost: 0, doubled: 0, strange: 0, flags: 0 }
      if (signal === 'SIGKILL') row.kills++
      row.lost += outcome.lost.length
      row.doubled += outcome.doubled.length
      row.strange += outcome.strange.length
      row.flags += outcome.expected
      names.set(name, row)
    }
  const head = `${'step'.padEnd(24)} ${'service'.padEnd(13)} kills   flags  lost  double  strange`
  const lines = [...names].map(([name, row]) =>
    [
      name,
      String(row.kills).padStart(5),
      String(row.flags).padStart(7),
      String(row.lost).padStart(5),
      String(row.doubled).padStart(7),
      String(row.strange).padStart(8),
    ].join(' '),
  )
  const kills = outcomes.flatMap(outcome => outcome.kills).filter(({ signal }) => signal === 'SIGKILL').length
  const sum = (pick: (outcome: Outcome) => string[]) => outcomes.reduce((total, each) => total + pick(each).length, 0)
  return [
    head,
    ...lines,
    `${kills} kills in ${outcomes.length} releases: lost ${sum(each => each.lost)}, double ${sum(each => each.doubled)}`,
  ]
}
