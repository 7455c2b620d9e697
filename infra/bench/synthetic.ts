// A framework of any size with links and rules, written straight into the databases of a running system: loading it over HTTP
// would take longer than what is to be measured. All of it is invented, and says so.
import { type ItemKind, type ItemRef, idFrom, type Link } from '@cte-align/contracts'
import type { Collection, Db, MongoClient } from 'mongodb'

export const SYNTHETIC = 'synthetic-standards'
const provenance = { source: 'invented for measuring', verified: false, note: null }

interface Node {
  ref: ItemRef
  code: string
  parent: string | null
  lineage: ItemRef[]
  position: number
}

export interface Sizes {
  items: number
  links: number
}

/** Fifteen sectors with pathways, standards and indicators below them; links spread evenly, one rule for each course code. */
export async function writeSynthetic(
  mongo: MongoClient,
  databases: { standards: string; credentials: string; courseCodes: string },
  { items, links }: Sizes,
): Promise<Node[]> {
  const nodes = tree(items)
  const at = new Date('2026-07-01T12:00:00Z')
  const standards = mongo.db(databases.standards)
  await insert(standards.collection('item_versions'), nodes.map(versionOf))
  await insert(standards.collection('releases'), [releaseOf(at, nodes.length)])
  await insert(standards.collection('frameworks'), [
    {
      _id: SYNTHETIC,
      title: 'Synthetic standards (hypothetical)',
      owner: 'CDE',
      description: null,
      provenance,
      head: 1,
      publishing: null,
      createdAt: at,
    },
  ])
  for (const name of [databases.credentials, databases.courseCodes]) {
    await writeLinks(mongo.db(name), nodes, links)
    await writeRules(mongo.db(name), nodes, links)
  }
  return nodes
}

function tree(items: number): Node[] {
  const nodes: Node[] = []
  const add = (kind: ItemKind, code: string, above: Node | null, position: number): Node => {
    const lineage = above === null ? [] : [above.ref, ...above.lineage]
    const key = above === null ? code : `${lineage.at(-1)!.key}.${code}`
    const ref = {
      framework: SYNTHETIC,
      id: idFrom('synthetic', key),
      key,
      kind,
      title: `${kind} ${key} (hypothetical)`,
    }
    const node = { ref, code, parent: above?.ref.id ?? null, lineage, position }
    nodes.push(node)
    return node
  }
  const sectors = Array.from({ length: 15 }, (_, n) => add('sector', `S${n}`, null, n))
  const pathways = sectors.flatMap(sector => Array.from({ length: 4 }, (_, n) => add('pathway', `P${n}`, sector, n)))
  for (let n = 0; nodes.length < items; n++) {
    const pathway = pathways[n % pathways.length]!
    const standard = add('standard', `${pathway.code}-${n}`, pathway, n)
    for (let i = 1; i <= 4 && nodes.length < items; i++) add('indicator', `${pathway.code}-${n}.${i}`, standard, i)
  }
  return nodes
}

const versionOf = ({ ref, code, parent, position }: Node) => ({
  ...{
    _id: `${ref.id}@1`,
    framework: SYNTHETIC,
    itemId: ref.id,
    key: ref.key,
    from: 1,
    to: null,
    kind: ref.kind,
    code,
  },
  ...{
    title: ref.title,
    text: null,
    scopeNote: null,
    parent,
    position,
    status: 'active',
    retirement: null,
    provenance,
  },
})

const releaseOf = (at: Date, changes: number) => ({
  ...{ _id: `${SYNTHETIC}@1`, framework: SYNTHETIC, number: 1, base: 0, proposal: 'synthetic' },
  ...{ title: 'First (hypothetical)', reason: 'invented for measuring', dates: { adoption: null, effective: null } },
  ...{ by: { id: 'bench', agency: 'CDE', role: 'publisher' }, correlationId: 'bench', status: 'published' },
  ...{ startedAt: at, publishedAt: at, inForceFrom: '2026-07-01', changes, messages: changes, digest: 'synthetic' },
})

/** Every tenth is an authorization. Links of one item stand apart in the list, so that reading them is no reading of a row. */
function linkOf(nodes: Node[], n: number): Link {
  const { ref, lineage } = nodes[n % nodes.length]!
  const isAuthorization = n % 10 === 0
  const key = isAuthorization ? `CTE/R4T/X${n}` : String(n).padStart(4, '0')
  const level = isAuthorization ? null : ('concentrator' as const)
  const dependent = {
    kind: isAuthorization ? 'authorization' : 'course-code',
    key,
    title: `${key} (hypothetical)`,
    level,
  } as const
  const place = { framework: SYNTHETIC, item: ref, any: null, lineage, release: 1 }
  return { id: idFrom('synthetic-link', n), dependent, ...place, verified: true, basis: 'invented' }
}

async function writeLinks(db: Db, nodes: Node[], links: number): Promise<void> {
  const kept = { added: 0, removed: null, assessed: true, revision: 1 }
  const rows = (function* () {
    for (let n = 0; n < links; n++) {
      const { id, ...said } = linkOf(nodes, n)
      const source = said.dependent.kind === 'authorization' ? '/cte/credentials' : '/cte/course-codes'
      yield { _id: id, link: id, ...said, initial: { item: said.item, lineage: said.lineage }, source, ...kept }
    }
  })()
  await insert(db.collection('links'), rows)
}

async function writeRules(db: Db, nodes: Node[], links: number): Promise<void> {
  const kept = { source: '/cte/credentials', added: 0, removed: null, assessed: true, revision: 1 }
  const rows = (function* () {
    for (let n = 1; n < links; n += 10) {
      const [courseCode, authorization] = [linkOf(nodes, n).dependent, linkOf(nodes, n - 1).dependent]
      const rule = `${courseCode.key}:${authorization.key}`
      const edge = { rule, courseCode, authorization, prefix: null, inferred: false, verified: true }
      yield { _id: rule, id: rule, edge, ...kept }
    }
  })()
  await insert(db.collection('rules'), rows)
}

async function insert(collection: Collection, rows: Iterable<object>): Promise<void> {
  let batch: object[] = []
  const write = async () => {
    if (batch.length > 0) await collection.insertMany(batch as never[], { ordered: false })
    batch = []
  }
  for (const row of rows) if (batch.push(row) === 5000) await write()
  await write()
}
