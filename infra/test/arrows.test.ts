import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import t from 'tap'

const ROOT = resolve(import.meta.dirname, '../..')

/** Who may know whom (docs/architecture.md). Each also knows what those it knows know. */
const ARROWS: Record<string, string[]> = {
  contracts: [],
  impact: ['contracts'],
  bus: ['contracts'],
  service: ['bus', 'contracts'],
  review: ['contracts', 'impact', 'service'],
  client: [],
  console: ['bus', 'client', 'contracts', 'service'],
  standards: ['bus', 'contracts', 'impact', 'service'],
  credentials: ['bus', 'contracts', 'impact', 'review', 'service'],
  'course-codes': ['bus', 'contracts', 'impact', 'review', 'service'],
}

/** Libraries that live behind one fence. */
const FENCES: { library: RegExp; inside: RegExp }[] = [
  { library: /^(?:@nats-io\/|nats$)/, inside: /^packages\/bus\// },
  { library: /^mongodb$/, inside: /^$/ },
]

interface Part {
  name: string
  folder: string
}

const parts: Part[] = ['packages', 'services'].flatMap(group =>
  readdirSync(join(ROOT, group), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => ({ name: entry.name, folder: join(ROOT, group, entry.name) })),
)

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map(entry => join(entry.parentPath, entry.name))
}

const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g
const importsOf = (file: string): string[] => [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(match => match[1]!)

/** What is wrong with one import, or undefined. */
function fault(part: Part, file: string, target: string): string | undefined {
  const where = relative(ROOT, file)
  if (target.startsWith('.')) {
    const reached = relative(part.folder, resolve(dirname(file), target))
    return reached.startsWith('..') ? `${where} reaches outside its package: ${target}` : undefined
  }
  const own = /^@cte-align\/([^/]+)(\/.*)?$/.exec(target)
  if (own) {
    const isForTests = own[2] === '/testing' && /\/test\//.test(where)
    if (own[2] !== undefined && !isForTests) return `${where} reaches past the index of ${own[1]}: ${target}`
    return own[1] === part.name || ARROWS[part.name]?.includes(own[1]!) ? undefined : `${where} may not know ${own[1]}`
  }
  const fence = FENCES.find(({ library }) => library.test(target))
  return fence && !fence.inside.test(where) ? `${where} reaches over a fence: ${target}` : undefined
}

t.test('every package and service is in the picture of who knows whom', async t => {
  t.strictSame(parts.map(part => part.name).sort(), Object.keys(ARROWS).sort())
})

t.test('no package.json draws a forbidden arrow', async t => {
  for (const part of parts) {
    const manifest = JSON.parse(readFileSync(join(part.folder, 'package.json'), 'utf8'))
    const known = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(name => name.startsWith('@cte-align/'))
      .map(name => name.slice('@cte-align/'.length))
    t.strictSame(
      known.filter(name => !ARROWS[part.name]!.includes(name)),
      [],
      part.name,
    )
  }
})

t.test('no import draws a forbidden arrow or reaches over a fence', async t => {
  let seen = 0
  for (const part of parts)
    for (const file of sources(part.folder))
      for (const target of importsOf(file)) {
        seen++
        const wrong = fault(part, file, target)
        if (wrong !== undefined) t.fail(wrong)
      }
  t.ok(seen > 100, `${seen} imports read`)
})

t.test('the check itself refuses what it should', async t => {
  const part = (name: string) => parts.find(known => known.name === name)!
  const inside = (name: string) => join(part(name).folder, 'src/x.ts')
  const refused = (name: string, target: string) => fault(part(name), inside(name), target) !== undefined
  t.ok(refused('credentials', '@cte-align/course-codes'), 'service to service')
  t.ok(refused('contracts', '@cte-align/impact'), 'against the arrow')
  t.ok(refused('impact', '@cte-align/service'), 'thought to I/O')
  t.ok(refused('credentials', '../../standards/src/app.ts'), 'by a path')
  t.ok(refused('credentials', '@nats-io/transport-node'), 'over the fence of the bus')
  t.ok(refused('review', '@cte-align/service/src/outbox.ts'), 'past the index')
  t.ok(refused('review', '@cte-align/service/testing'), "a test's helper to what is no test")
  t.notOk(refused('credentials', '@cte-align/review'))
  t.notOk(refused('bus', '@nats-io/jetstream'))
})

t.test('only env.ts reads the environment', async t => {
  for (const part of parts)
    for (const file of sources(join(part.folder, 'src')))
      if (/process\.env\b/.test(readFileSync(file, 'utf8')) && !file.endsWith('service/src/env.ts'))
        t.fail(`${relative(ROOT, file)} reads process.env`)
})
