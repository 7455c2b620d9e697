// Every figure of a paper is a link, and what it leads to counts the same: on the starter data, over the three real services.
import type { OperationInput } from '@cte-align/contracts'
import t, { type Test } from 'tap'
import { assessed, propose, publish } from '../seed/changes.ts'
import { createServiceClient } from '../seed/http.ts'
import { startLoadedSystem } from './loaded-system.ts'
import { type PaperLink, readPaper } from './read-paper.ts'

const PAPERS = ['sbe-annex', 'calpads-flash', 'coded-correspondence'] as const
const SECTOR_RETITLED: OperationInput[] = [{ op: 'retitle', item: 'BUS', title: 'Commerce (hypothetical)' }]
const PATHWAY_SPLIT: OperationInput[] = [
  {
    op: 'split',
    item: 'BCT.A',
    into: [
      { kind: 'pathway', code: 'X', title: 'Cabinetry (hypothetical)' },
      { kind: 'pathway', code: 'Y', title: 'Millwork and Woodworking (hypothetical)' },
    ],
    assignments: [
      { dependent: { kind: 'course-code', key: '7311' }, successor: 'X' },
      { dependent: { kind: 'course-code', key: '7312' }, successor: 'Y' },
    ],
  },
]
const SECTOR_RETIRED: OperationInput[] = [
  { op: 'retire', item: 'EEU', successors: [{ framework: 'ca-cte-clusters', item: 'energy-natural-resources' }] },
]
const CLUSTER_NARROWED: OperationInput[] = [
  { op: 'revise', item: 'energy-natural-resources', scopeNote: 'Excludes forestry (hypothetical).' },
]

t.setTimeout(300_000)
const { system, urls, services } = await startLoadedSystem(t, 'paper')
await system.standards.restart({
  env: {
    PUBLIC_STANDARDS_URL: urls.standards,
    PUBLIC_CREDENTIALS_URL: urls.credentials,
    PUBLIC_COURSE_CODES_URL: urls.courseCodes,
  },
})

const proposals: Record<string, string> = {}
for (const [name, operations] of Object.entries({ SECTOR_RETITLED, PATHWAY_SPLIT, SECTOR_RETIRED }))
  proposals[name] = await propose(services, {
    framework: 'ca-mcs-2013',
    title: `${name.toLowerCase().replace('_', ' ')} (hypothetical)`,
    operations,
  })
proposals.CLUSTER_NARROWED = await propose(services, {
  framework: 'ca-cte-clusters',
  title: 'cluster narrowed (hypothetical)',
  operations: CLUSTER_NARROWED,
})

for (const text of ['Keep both halves together (hypothetical)', 'Who teaches the capstone? (hypothetical)'])
  await services.standards.post(`/proposals/${proposals.PATHWAY_SPLIT}/comments`, {
    text,
    session: { kind: 'online' },
    commenterRole: 'teacher',
    count: 3,
  })

for (const [name, proposal] of Object.entries(proposals))
  await t.test(`${name}: every figure in the papers of the proposal is what its link counts`, t =>
    holds(t, `/proposals/${proposal}`),
  )

await t.test(
  'in the papers of a release the figures are those of its flags, also of those that are dealt with',
  async t => {
    const release = await publish(services, proposals.SECTOR_RETITLED!, 'Told in a test')
    await assessed(services, release)
    await dealWith(services.credentials.url, 'CTC', release, { disposition: 'rename-in-place', most: 3 })
    await dealWith(services.courseCodes.url, 'CALPADS', release, { disposition: 'no-impact', most: 2 })
    await holds(t, `/releases/${release}`)
    const { text } = await read(`/releases/${release}/papers/coded-correspondence`)
    t.match(text, /For 3 teaching authorizations: Documents are issued with the new title/)
  },
)

await t.test('a release that breaks records: the papers list its flags', async t => {
  const late = await propose(services, {
    framework: 'ca-mcs-2013',
    title: 'sector retired (hypothetical)',
    operations: SECTOR_RETIRED,
  })
  const release = await publish(services, late, 'Told in a test')
  await assessed(services, release)
  await holds(t, `/releases/${release}`)
  const { text } = await read(`/releases/${release}/papers/coded-correspondence`)
  t.match(text, /Education Code section 44260\.9/)
  t.match(text, /had 15 sectors; this change makes it 14/)
})

await t.test('whoever asks for the papers of nothing hears so', async t => {
  const ask = async (path: string, headers = {}) => {
    const answer = await fetch(urls.standards + path, { headers })
    return { status: answer.status, body: await answer.json() }
  }
  t.match(await ask('/proposals/none/papers/sbe-annex'), { status: 404, body: { code: 'CTE_NO_SUCH_PROPOSAL' } })
  t.match(await ask('/releases/ca-mcs-2013@99/papers'), { status: 404, body: { code: 'CTE_NO_SUCH_RELEASE' } })
  t.match(await ask('/releases/ca-mcs-2013@1/papers/poem'), { status: 400, body: { code: 'CTE_INVALID_INPUT' } })
  const pdf = await ask('/releases/ca-mcs-2013@1/papers/sbe-annex', { accept: 'application/pdf' })
  t.match(pdf, { status: 406, body: { code: 'CTE_NOT_ACCEPTABLE' } })
})

/** Reads all three papers in both forms and follows each link of theirs. */
async function holds(t: Test, root: string): Promise<void> {
  for (const paper of PAPERS) {
    const { links, markdown } = await read(`${root}/papers/${paper}`)
    const figures = links.filter(({ count }) => count !== null)
    t.ok(figures.length > 2, `${paper}: ${figures.length} figures, ${links.length} links`)
    const wrong: string[] = []
    const queue = unique(links)
    const follow = async () => {
      for (let link = queue.pop(); link !== undefined; link = queue.pop()) {
        const fault = await faultOf(link)
        if (fault !== null) wrong.push(`${link.text} -> ${link.href}: ${fault}`)
      }
    }
    await Promise.all(Array.from({ length: 4 }, follow))
    t.strictSame(wrong, [], `${paper}: each link leads to what it says`)
    const written = new Set([...markdown.matchAll(/\]\(<([^>]+)>/g)].map(([, href]) => href))
    t.strictSame(
      [...new Set(links.map(({ href }) => href))].filter(href => !written.has(href)),
      [],
      `${paper}: the Markdown links to the same`,
    )
  }
}

async function read(path: string) {
  const [page, markdown] = await Promise.all(
    ['html', 'md'].map(async format => {
      const answer = await fetch(`${urls.standards}${path}?format=${format}`)
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.text()
    }),
  )
  return { ...readPaper(page!), markdown: markdown! }
}

function unique(links: PaperLink[]): PaperLink[] {
  return [...new Map(links.map(link => [`${link.href} ${link.count}`, link])).values()]
}

/** What is at the other end of a link, where that is not what the paper says. */
async function faultOf({ href, count }: PaperLink): Promise<string | null> {
  const answer = await fetch(href)
  if (answer.status !== 200) return `${answer.status} ${(await answer.text()).slice(0, 200)}`
  if (count === null) return null
  const there = await countAt(href, (await answer.json()) as Counting)
  return there === count ? null : `${there}, not ${count}`
}

interface Counting {
  total?: number
  items?: unknown[]
  next?: string | null
  assessment?: { manualReview: unknown[] }
}
/** A list counts itself; where it does not, its pages are counted. */
async function countAt(href: string, body: Counting): Promise<number> {
  const [, pointer] = href.split('#/')
  if (pointer !== undefined)
    return pointer.split('/').reduce((at, name) => (at as never)[name], body as unknown) as number
  if (body.assessment !== undefined) return body.assessment.manualReview.length
  if (body.total !== undefined) return body.total
  let count = body.items!.length
  for (let next = body.next; next; ) {
    const answer = await fetch(`${href}${href.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`)
    const page = (await answer.json()) as Counting
    count += page.items!.length
    next = page.next
  }
  return count
}

async function dealWith(
  url: string,
  agency: string,
  release: string,
  { disposition, most }: { disposition: string; most: number },
): Promise<void> {
  const client = createServiceClient(url, `id=analyst; agency=${agency}; role=editor`)
  const { items } = await client.get<{ items: { id: string; version: number }[] }>(
    `/flags?release=${encodeURIComponent(release)}&kind=${agency === 'CTC' ? 'authorization' : 'course-code'}`,
  )
  for (const { id, version } of items.slice(0, most))
    await client.post(
      `/flags/${id}/transitions`,
      { to: 'resolved', disposition, reason: 'Decided in a test' },
      { 'if-match': `"v${version}"` },
    )
}
