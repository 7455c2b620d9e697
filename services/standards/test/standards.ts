import { type Bus, createMemoryBus, type Subscription } from '@cte-align/bus'
import { type OperationInput, type PreviewReply, rpc } from '@cte-align/contracts'
import { createLog, type Database, type Service } from '@cte-align/service'
import { lendDatabase, missingServer } from '@cte-align/service/testing'
import type { Test } from 'tap'
import { buildStandards } from '../src/app.ts'

export const EDITOR = 'id=ed; agency=CDE; role=editor'
export const PUBLISHER = 'id=pat; agency=CDE; role=publisher'
/** Of another agency: the three agree on maps. */
export const REVIEWER = 'id=rae; agency=CTC; role=editor'
export const APPROVER = 'id=ann; agency=CDE; role=approver'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes and fail on the first that is not there
  body: any
  etag: string | undefined
}

export interface Standards {
  app: Service
  db: Database
  bus: Bus
  call(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** A proposal with these operations, and how to publish it. */
  propose(framework: string, operations: OperationInput[]): Promise<Proposed>
  /** Fills in equity, submits, approves. Returns the ETag. */
  approve(id: string, waiver?: string): Promise<string>
}
export interface Proposed {
  id: string
  /** Approved, if it was not, and published. */
  publish(reason?: string, dates?: object): Promise<Answer>
}

/** Publishes a proposal that an import opened. */
export async function publishProposal(system: Standards, id: string): Promise<void> {
  const etag = await system.approve(id)
  const dates = { adoption: '2013-01-16' }
  const given = { reason: 'test data', dates }
  const done = await system.call('POST', `/proposals/${id}/publish`, given, { 'if-match': etag })
  if (done.status !== 200) throw new Error(JSON.stringify(done.body))
}

export const skipped = missingServer

/** The service on an empty database and a bus in memory, with a small framework published as release 1. */
export async function standards(
  t: Test,
  { agencies = quietAgencies, ...options }: { now?: () => Date; agencies?: (bus: Bus) => Promise<unknown> } = {},
): Promise<Standards> {
  const db = await lendDatabase(t)
  const bus = createMemoryBus()
  const log = createLog({ name: 'standards', level: 'silent' })
  const app = await buildStandards({ env: { LOG_LEVEL: 'silent' } as never, db, bus, log, ...options })
  await agencies(bus)
  t.teardown(() => app.close())
  const call: Standards['call'] = async (method, url, body, headers = {}) => {
    const response = await app.inject({
      method: method as 'GET',
      url,
      headers: { 'x-cte-actor': PUBLISHER, ...headers },
      ...(body !== undefined && { payload: body as object }),
    })
    const text = response.body
    return {
      status: response.statusCode,
      body: text.startsWith('{') ? JSON.parse(text) : text,
      etag: response.headers.etag as string | undefined,
    }
  }
  const system: Standards = {
    app,
    db,
    bus,
    call,
    async propose(framework, operations) {
      const opened = await call('POST', '/proposals', { framework, title: 'A change' })
      const { id } = opened.body
      const edited = await call('POST', `/proposals/${id}/operations`, { operations }, { 'if-match': opened.etag! })
      if (edited.status !== 200) throw new Error(JSON.stringify(edited.body))
      return {
        id,
        async publish(reason = 'because of the test', dates = undefined) {
          const etag = await system.approve(id, 'the test leaves them unanswered')
          return call('POST', `/proposals/${id}/publish`, { reason, ...(dates && { dates }) }, { 'if-match': etag })
        },
      }
    },
    async approve(id, waiver) {
      const path = `/proposals/${id}`
      const step = async (method: string, url: string, body: object) => {
        const { etag } = await call('GET', path)
        await call(method, url, body, { 'if-match': etag! })
      }
      const { body } = await call('GET', path)
      if (body.equity === null) await step('PATCH', path, { equity: 'nobody loses' })
      if (body.state === 'draft') await step('POST', `${path}/submit`, { reason: 'to be looked at' })
      const { digest } = (await call('GET', `${path}/approvals`)).body
      await step('POST', `${path}/approvals`, { decision: 'approve', reason: 'as seen', digest, waiver })
      return (await call('GET', path)).etag!
    },
  }
  await load(system, 'mcs', SECTORS)
  return system
}

export const row = (key: string, kind: string, parent: string | null, title: string) => ({
  key,
  kind,
  code: key
    .split('.')
    .slice(parent === null ? 0 : 1)
    .join('.'),
  parent,
  title,
  source: 's',
  verified: false,
})

export const SECTORS = [
  row('EEU', 'sector', null, 'Energy, Environment, and Utilities'),
  row('EEU.1.0', 'anchor', 'EEU', 'Academics'),
  row('EEU.A', 'pathway', 'EEU', 'Environmental Resources'),
  row('EEU.A1.0', 'standard', 'EEU.A', 'Describe how resources are managed.'),
  row('EEU.A1.1', 'indicator', 'EEU.A1.0', 'Name the resources.'),
  row('EEU.B', 'pathway', 'EEU', 'Telecommunications'),
  row('ICT', 'sector', null, 'Information and Communication Technologies'),
  row('ICT.10.0', 'anchor', 'ICT', 'Technical Knowledge and Skills'),
]
export const CLUSTERS = [
  row('energy', 'cluster', null, 'Energy & Natural Resources'),
  row('energy.land', 'sub-cluster', 'energy', 'Conservation & Land Management'),
]

export const frameworkFile = (key: string, items: object[]) => ({
  format: 'cte-align/framework@1',
  sources: { s: 'made up for a test' },
  framework: { key, title: `Framework ${key}`, owner: 'CDE', description: null, source: 's', verified: false },
  release: { title: 'First', dates: { adoption: '2013-01-16', effective: null } },
  items,
})

export async function load(system: Standards, key: string, items: object[]): Promise<void> {
  const { body } = await system.call('POST', '/imports/framework', frameworkFile(key, items))
  await publishProposal(system, body.proposal.id)
}

export async function mapClusters(system: Standards): Promise<void> {
  await load(system, 'clusters', CLUSTERS)
  await system.call(
    'POST',
    '/imports/crosswalk',
    {
      format: 'cte-align/crosswalk@1',
      sources: { s: 'made up for a test' },
      crosswalk: { key: 'map', title: 'Sectors to clusters', from: 'mcs', to: 'clusters' },
      relations: [
        {
          from: 'EEU',
          to: 'energy',
          relation: 'related',
          state: 'draft',
          originalWord: 'primary',
          source: 's',
          verified: false,
        },
      ],
    },
    { 'x-cte-actor': EDITOR },
  )
}

/** Reviews and accepts a relation, each by somebody who did not write it. */
export async function accept(system: Standards, crosswalk: string, id: string): Promise<Answer> {
  const path = `/crosswalks/${crosswalk}/relations/${id}`
  const { etag } = await system.call('GET', path)
  const review = { reason: 'looked at both ends' }
  const reviewed = await system.call('POST', `${path}/review`, review, { 'x-cte-actor': REVIEWER, 'if-match': etag! })
  if (reviewed.status !== 200) return reviewed
  const decision = { decision: 'accept', reason: 'agreed' }
  return system.call('POST', `${path}/decision`, decision, { 'x-cte-actor': APPROVER, 'if-match': reviewed.etag! })
}

/** Two agencies that answer every preview with nothing, and note what they were asked. */
export async function quietAgencies(bus: Bus, asked: unknown[] = []): Promise<Subscription[]> {
  const answering: Subscription[] = []
  for (const service of ['credentials', 'course-codes'] as const)
    answering.push(
      await bus.serve(rpc.preview(service), async function* (data) {
        asked.push(data)
        const summary: PreviewReply = { piece: 'summary', positions: {}, manualReview: [], links: {} }
        yield summary
      }),
    )
  return answering
}
