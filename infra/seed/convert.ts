// Makes the starter data from the tables of facts: `node infra/seed/convert.ts [folder of facts]`. Run again, it changes nothing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { convertAdoptionPhases } from './convert-adoption-phases.ts'
import { convertCourseCodes } from './convert-course-codes.ts'
import { convertCredentials } from './convert-credentials.ts'
import { convertClusters, convertCrosswalk, convertSectors } from './convert-frameworks.ts'
import { convertWorkflow } from './convert-workflow.ts'

export const seedFolder = dirname(fileURLToPath(import.meta.url))
export const factsFolder = resolve(seedFolder, '..', '..', '..', 'shared', 'data', 'facts')

/** The starter data as texts, by file name. Same facts, same bytes. */
export function convert(facts: string): Record<string, string> {
  const files = {
    'ca-mcs-2013.json': convertSectors(facts),
    'ca-cte-clusters.json': convertClusters(facts),
    'adoption-phases.json': convertAdoptionPhases(facts),
    'crosswalk-ca-mcs-2013-ca-cte-clusters.json': convertCrosswalk(facts),
    'credentials.json': convertCredentials(facts),
    'course-codes.json': convertCourseCodes(facts),
    'sector-change-workflow.json': convertWorkflow(facts),
  }
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, layOut(content)]))
}

/** JSON with one row on a line, so that a difference between two versions shows the rows that differ. */
function layOut(content: object): string {
  const { format, sources, ...rest } = content as { format: string; sources: Record<string, string> }
  const parts = Object.entries({ format, sources, ...rest }).map(([key, value]) => {
    if (Array.isArray(value)) return `  "${key}": [\n${value.map(row => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
    if (key !== 'sources') return `  "${key}": ${JSON.stringify(value)}`
    const lines = Object.entries(value).map(([id, text]) => `    ${JSON.stringify(id)}: ${JSON.stringify(text)}`)
    return `  "sources": {\n${lines.join(',\n')}\n  }`
  })
  return `{\n${parts.join(',\n')}\n}\n`
}

if (import.meta.main) {
  const folder = process.argv[2] ? resolve(process.argv[2]) : factsFolder
  for (const [name, text] of Object.entries(convert(folder))) {
    const path = join(seedFolder, name)
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined
    if (before !== text) writeFileSync(path, text)
    console.log(`${name}: ${before === text ? 'unchanged' : before === undefined ? 'written' : 'changed'}`)
  }
}
