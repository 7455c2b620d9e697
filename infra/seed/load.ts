// Loads the starter data over HTTP, through the import calls that staff use. Run again, it changes nothing and says so.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { addresses } from './env.ts'
import { approve } from './approve.ts'
import type { AdoptionPhasesFile, CrosswalkFile, FrameworkFile, WorkflowFile } from './files.ts'
import { createServiceClient, Refused, type ServiceClient } from './http.ts'
import { untilLevel } from './level.ts'

export interface Urls {
  standards: string
  credentials: string
  courseCodes: string
}

type Say = (line: string) => void

interface SectionReport {
  added: number
  changed: number
  unchanged: number
  notListed: string[]
  kept: string[]
}
interface Gap {
  code: string
  key: string
  message: string
}

/** Loads everything in the order in which one part needs another; `say` gets a line for each step. */
export async function load(urls: Urls, say: Say = console.log): Promise<void> {
  const standards = createServiceClient(urls.standards, 'id=seed; agency=CDE; role=publisher')
  const credentials = createServiceClient(urls.credentials, 'id=seed; agency=CTC; role=editor')
  const courseCodes = createServiceClient(urls.courseCodes, 'id=seed; agency=CALPADS; role=editor')
  const fresh = [
    await loadFramework(standards, read('ca-mcs-2013.json'), say),
    await loadFramework(standards, read('ca-cte-clusters.json'), say),
    await loadAdoptionPhases(standards, read('adoption-phases.json'), say),
    await loadCrosswalk(standards, read('crosswalk-ca-mcs-2013-ca-cte-clusters.json'), say),
    await loadRecords(credentials, { name: 'credentials', file: 'credentials.json', probe: '/documents?limit=1' }, say),
    await loadWorkflowTemplate(credentials, 'sector-change-workflow.json', say),
    await loadRecords(
      courseCodes,
      { name: 'course codes', file: 'course-codes.json', probe: '/course-codes?limit=1' },
      say,
    ),
  ]
  if (!fresh.includes(true)) return
  await untilLevel(urls)
  say('every service has heard of all of it')
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))

// Each of the following returns whether it brought anything new.

/** A framework that has a release belongs to its editors: the file must never take back what they have published since. */
async function loadFramework(standards: ServiceClient, file: FrameworkFile, say: Say): Promise<boolean> {
  const { key } = file.framework
  const head = await headOf(standards, key)
  if (head !== null) {
    say(`${key}: unchanged, there already at release ${head}`)
    return false
  }
  const { body: report } = await standards.post<{ proposal: { id: string } | null; added: number }>(
    '/imports/framework',
    file,
  )
  if (report.proposal === null) throw new Error(`${key} has no release, and its import proposes nothing`)
  await publish(standards, report.proposal.id, file)
  say(`${key}: ${report.added} items, published as ${await untilPublished(standards, key)}`)
  return true
}

/** The import finds the proposal that an interrupted load left open; its publishing may be under way already. */
async function publish(standards: ServiceClient, proposal: string, file: FrameworkFile): Promise<void> {
  const { title, dates } = file.release
  await approve(standards, proposal, 'Loads what is published already: nobody gains or loses by it.')
  const { etag } = await standards.read(`/proposals/${proposal}`)
  try {
    await standards.post(
      `/proposals/${proposal}/publish`,
      { title, dates, reason: 'Starter data' },
      { 'if-match': etag ?? '' },
    )
  } catch (error) {
    const { state } = await standards.get<{ state: string }>(`/proposals/${proposal}`)
    if (state !== 'publishing' && state !== 'published') throw error
  }
}

async function headOf(standards: ServiceClient, framework: string): Promise<string | null> {
  try {
    return (await standards.get<{ head: string | null }>(`/frameworks/${framework}`)).head
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null
    throw error
  }
}

async function untilPublished(standards: ServiceClient, framework: string): Promise<string> {
  for (const last = Date.now() + 30_000; Date.now() < last; await sleep(50)) {
    const head = await headOf(standards, framework)
    if (head !== null) return head
  }
  throw new Error(`The first release of ${framework} is still not published after 30 seconds`)
}

/** Where the clusters were changed before there were phases, the file may not fit: no reason to fail a start. */
async function loadAdoptionPhases(standards: ServiceClient, file: AdoptionPhasesFile, say: Say): Promise<boolean> {
  try {
    const { body } = await standards.post<SectionReport>('/imports/adoption-phases', file)
    const { added, changed, unchanged } = body
    const fresh = added + changed > 0
    const news = `${added} new, ${changed} changed, no vote recorded by the file`
    say(`adoption phases: ${fresh ? news : `unchanged, ${unchanged} phases`}`)
    return fresh
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 422) throw error
    say(`adoption phases: left as they are; the file no longer fits: ${error.message}`)
    return false
  }
}

async function loadCrosswalk(standards: ServiceClient, file: CrosswalkFile, say: Say): Promise<boolean> {
  const { key } = file.crosswalk
  const report = await importOrLeave(standards, '/imports/crosswalk', { file, probe: `/crosswalks/${key}` })
  if ('left' in report) {
    say(`crosswalk ${key}: left as it is; the file no longer fits: ${report.left}`)
    return false
  }
  const { added, unchanged } = report.body as { added: number; unchanged: number }
  const drafts = `${added} draft relations, nobody has verified them`
  say(`crosswalk ${key}: ${added === 0 ? `unchanged, ${unchanged} relations` : drafts}`)
  return added > 0
}

/** What checklists of a change of sectors are made from; those that are begun already stay as they are. */
async function loadWorkflowTemplate(credentials: ServiceClient, name: string, say: Say): Promise<boolean> {
  const file = read<WorkflowFile>(name)
  const { body } = await credentials.post<SectionReport>('/imports/workflow-templates', file)
  const news = body.added > 0 ? 'new' : body.changed > 0 ? 'changed' : 'unchanged'
  say(`workflow ${file.template.key}: ${news}, ${file.steps.length} steps`)
  return news !== 'unchanged'
}

async function loadRecords(
  service: ServiceClient,
  { name, file, probe }: { name: string; file: string; probe: string },
  say: Say,
): Promise<boolean> {
  const report = await importOrLeave(service, '/imports', { file: read(file), probe })
  if ('left' in report) {
    say(`${name}: left as they are; the file no longer fits: ${report.left}`)
    return false
  }
  const { sections, gaps } = report.body as { sections: Record<string, SectionReport>; gaps: Gap[] }
  const fresh = Object.values(sections).some(({ added, changed }) => added + changed > 0)
  const listed = Object.entries(sections).filter(([, { added, changed, unchanged }]) => added + changed + unchanged > 0)
  const counts = listed.map(([section, { added, changed, unchanged, kept }]) => {
    const parts = [
      added && `${added} new`,
      changed && `${changed} changed`,
      kept.length && `${kept.length} edited here and kept`,
    ]
    return `${section} ${[...parts, parts.every(part => !part) && unchanged].filter(Boolean).join(', ')}`
  })
  say(`${name}: ${fresh ? '' : 'unchanged, '}${counts.join('; ')}`)
  if (fresh) for (const line of gapLines(gaps)) say(line)
  return fresh
}

/** Gaps are facts nobody has: one line for each kind, with the first few by name. */
function gapLines(gaps: Gap[]): string[] {
  const kinds = new Map<string, Gap[]>()
  for (const gap of gaps) kinds.set(gap.code, [...(kinds.get(gap.code) ?? []), gap])
  return [...kinds].map(([code, of]) => {
    const keys = of.slice(0, 4).map(gap => gap.key)
    const more = of.length > keys.length ? ` and ${of.length - keys.length} more` : ''
    return `  gap ${code}: ${of.length} (${keys.join(', ')}${more})`
  })
}

/**
 * Standards move on, and then the starter file may name what is no longer there. Where its records were loaded long ago
 * that is no reason to fail a start; where nothing was loaded yet it is.
 */
async function importOrLeave(
  service: ServiceClient,
  path: string,
  { file, probe }: { file: unknown; probe: string },
): Promise<{ body: unknown } | { left: string }> {
  try {
    return await service.post(path, file)
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 422 || !(await isLoaded(service, probe))) throw error
    return { left: error.message }
  }
}

async function isLoaded(service: ServiceClient, probe: string): Promise<boolean> {
  try {
    const answer = await service.get<{ items?: unknown[] }>(probe)
    return answer.items === undefined || answer.items.length > 0
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return false
    throw error
  }
}

if (import.meta.main) {
  const begun = Date.now()
  try {
    await load(addresses(), line => console.log(`  ${line}`))
    console.log(`  starter data loaded in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
  } catch (error) {
    console.error(`The starter data could not be loaded. ${(error as Error).message}`)
    if (!(error instanceof Refused) && error instanceof Error && error.cause) console.error(error.cause)
    process.exit(1)
  }
}
