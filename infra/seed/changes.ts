// From a proposal to flags, over HTTP: what the demo tells and the story tests assert.
import { setTimeout as sleep } from 'node:timers/promises'
import type {
  Change,
  CodeChangeKind,
  CourseCodeConsequence,
  Dependent,
  Finding,
  Impact,
  ItemRef,
  OperationInput,
  PairChange,
  Severity,
  Unknown,
  WithoutPair,
} from '@cte-align/contracts'
import { approve } from './approve.ts'
import { createServiceClient, readAll, type ServiceClient } from './http.ts'
import type { Urls } from './load.ts'

export interface Services {
  standards: ServiceClient
  credentials: ServiceClient
  courseCodes: ServiceClient
}

/** The services as somebody at CDE who may publish, at CTC and at CALPADS who may edit. */
export const connect = (urls: Urls, who: string): Services => ({
  standards: createServiceClient(urls.standards, `id=${who}; agency=CDE; role=publisher`),
  credentials: createServiceClient(urls.credentials, `id=${who}; agency=CTC; role=editor`),
  courseCodes: createServiceClient(urls.courseCodes, `id=${who}; agency=CALPADS; role=editor`),
})

export interface Proposed {
  framework: string
  title: string
  /** For an erratum: the release that it corrects. */
  corrects?: string
  operations: OperationInput[]
}

/** Opens a proposal and puts the operations in. Returns its id. */
export async function propose({ standards }: Services, proposed: Proposed): Promise<string> {
  const { operations, ...opening } = proposed
  const opened = await standards.post<{ id: string }>('/proposals', opening)
  const match = { 'if-match': opened.etag ?? '' }
  await standards.post(`/proposals/${opened.body.id}/operations`, { operations }, match)
  return opened.body.id
}

export interface AgencyPreview {
  impacts: Impact[]
  count: number
  bySeverity: Record<Severity, number>
  manualReview: Dependent[]
  positions: Record<string, number>
}
type PairCounts = Record<PairChange['outcome'] | 'kept', number>
export interface Preview {
  release: { id: string }
  changes: Change[]
  changeCount: number
  agencies: { ctc: AgencyPreview; calpads: AgencyPreview }
  courseCodes: {
    items: CourseCodeConsequence[]
    count: number
    byKind: Partial<Record<CodeChangeKind, number>>
    sequences: Finding[]
  }
  decoder: {
    counts: PairCounts
    byOwner: (PairCounts & { owner: ItemRef; pairs: PairChange[] })[]
    withoutPair: WithoutPair[]
  }
  unknowns: Unknown[]
  notes: { code: string; message: string }[]
  digest: string
  next: string | null
}

/** One page of a preview. `query` may hold `limit`, `agency`, `severity`, `class` and `cursor`. */
export const previewPage = async (
  { standards }: Services,
  proposal: string,
  query: Record<string, string> = {},
): Promise<Preview> =>
  (await standards.post<Preview>(`/proposals/${proposal}/preview?${new URLSearchParams(query)}`)).body

/** All pages of a preview put together. */
export async function preview(services: Services, proposal: string, query: Record<string, string> = {}): Promise<Preview> {
  const whole = await previewPage(services, proposal, query)
  for (let { next } = whole; next !== null; ) {
    const page = await previewPage(services, proposal, { ...query, cursor: next })
    whole.changes.push(...page.changes)
    for (const agency of ['ctc', 'calpads'] as const)
      whole.agencies[agency].impacts.push(...page.agencies[agency].impacts)
    whole.courseCodes.items.push(...page.courseCodes.items)
    for (const [n, { pairs }] of page.decoder.byOwner.entries()) whole.decoder.byOwner[n]!.pairs.push(...pairs)
    whole.decoder.withoutPair.push(...page.decoder.withoutPair)
    next = page.next
  }
  return whole
}

/** Has it signed by everybody it concerns; it may be published then. */
export const approveAll = ({ standards }: Services, proposal: string): Promise<void> =>
  approve(standards, proposal, 'Hypothetical: for a demonstration, nobody gains or loses.')

/** Publishes, signed by everybody it concerns, and returns the release's id. */
export async function publish(services: Services, proposal: string, reason: string): Promise<string> {
  const { standards } = services
  await approveAll(services, proposal)
  const { etag } = await standards.read(`/proposals/${proposal}`)
  const published = await standards.post<{ release: { id: string } }>(
    `/proposals/${proposal}/publish`,
    { reason },
    { 'if-match': etag ?? '' },
  )
  return published.body.release.id
}

export const withdraw = ({ standards }: Services, proposal: string, reason: string): Promise<unknown> =>
  standards
    .read<unknown>(`/proposals/${proposal}`)
    .then(({ etag }) => standards.post(`/proposals/${proposal}/withdraw`, { reason }, { 'if-match': etag ?? '' }))

/** What a service found when it had worked through a release. */
export interface Assessment {
  flags: number
  bySeverity: Record<Severity, number>
  digest: string
  manualReview: Dependent[]
}

/** Waits until both services say that they have worked through the release; their word, not a guess at a delay. */
export async function assessed({ credentials, courseCodes }: Services, release: string) {
  const [ctc, calpads] = await Promise.all([credentials, courseCodes].map(service => assessment(service, release)))
  return { ctc: ctc!, calpads: calpads! }
}

async function assessment(service: ServiceClient, release: string): Promise<Assessment> {
  const path = `/releases/${encodeURIComponent(release)}/assessment`
  let last: { state: string; assessment: Assessment | null } | undefined
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
    last = await service.get<typeof last>(path).catch(notYet)
    if (last?.state === 'assessed' && last.assessment !== null) return last.assessment
  }
  throw new Error(`${service.url} has not assessed ${release} after 30 seconds; it says: ${last?.state ?? 'nothing'}`)
}

/** Before the first message of a release arrives, nobody has heard of it. */
function notYet(error: { status?: number }): undefined {
  if (error.status !== 404) throw error
}

/** A flag as far as it says what a release does to a dependent: the part that a preview must have said before. */
export interface Flag extends Impact {
  id: string
  url: string
  state: string
  causeCount: number
  findings: Finding[]
}

/** Every flag of a release with all its causes. */
export async function flagsOf(service: ServiceClient, release: string): Promise<Flag[]> {
  const rows = await readAll<{ id: string }>(service, `/flags?release=${encodeURIComponent(release)}&limit=200`)
  const flags: Flag[] = []
  for (let at = 0; at < rows.length; at += 16) {
    const batch = rows.slice(at, at + 16)
    flags.push(
      ...(await Promise.all(
        batch.map(async ({ id }) => ({
          ...(await service.get<Flag>(`/flags/${id}`)),
          url: `${service.url}/flags/${id}`,
        })),
      )),
    )
  }
  return flags
}

export interface Carried {
  release: string
  previewed: Preview
  ctc: { flags: Flag[]; assessment: Assessment }
  calpads: { flags: Flag[]; assessment: Assessment }
}

interface Carrying {
  reason: string
  beforePreview?: () => Promise<void>
  afterPreview?: () => Promise<void>
}

/** The whole road: propose, preview, publish, wait for both agencies, read the flags. */
export async function carryOut(services: Services, proposed: Proposed, carrying: Carrying): Promise<Carried> {
  const proposal = await propose(services, proposed)
  await carrying.beforePreview?.()
  const previewed = await preview(services, proposal)
  await carrying.afterPreview?.()
  const release = await publish(services, proposal, carrying.reason)
  const { ctc, calpads } = await assessed(services, release)
  return {
    release,
    previewed,
    ctc: { flags: await flagsOf(services.credentials, release), assessment: ctc },
    calpads: { flags: await flagsOf(services.courseCodes, release), assessment: calpads },
  }
}

/** Dependent, severity and cause ids: in this a preview and the flags that follow must agree. */
export const gist = (impacts: Impact[]) =>
  impacts
    .map(({ dependent, severity, causes }) => ({
      dependent: dependent.key,
      severity,
      causes: causes.map(cause => cause.id).sort(),
    }))
    .sort((a, b) => (a.dependent < b.dependent ? -1 : 1))
