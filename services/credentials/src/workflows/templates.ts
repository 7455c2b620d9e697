import { circleIn } from '@cte-align/impact'
import {
  type Database,
  type FieldError,
  planSection,
  readImport,
  refuseFaults,
  rowFaults,
  type SectionReport,
  writeRows,
} from '@cte-align/service'
import type { Model } from 'mongoose'
import { problem } from '../errors.ts'
import { provenanceOf } from '../provenance-of.ts'
import { type StoredTemplate, type TemplateContent, TemplateFile } from './template.ts'

export function createTemplates(templates: Model<StoredTemplate>, db: Database) {
  return {
    all: () => templates.find().sort({ _id: 1 }).lean<StoredTemplate[]>(),
    async get(key: string): Promise<StoredTemplate> {
      const found = await templates.findById(key).lean<StoredTemplate>()
      if (found === null) throw problem('CTE_NO_SUCH_TEMPLATE', { key })
      return found
    },
    /** Takes a template in, whole or not at all; the same file again changes nothing. Workflows begun by it stay as they are. */
    async take(body: unknown, { dryRun, at }: { dryRun: boolean; at: Date }): Promise<SectionReport> {
      const file = readImport(TemplateFile, body)
      refuseFaults(faultsOf(file))
      const stored = await templates.find().lean<StoredTemplate[]>()
      const { rows, report } = planSection(new Map([[file.template.key, toTemplate(file)]]), stored)
      if (!dryRun) await db.transaction(session => writeRows(session, templates, rows, at))
      return report
    },
  }
}
export type Templates = ReturnType<typeof createTemplates>

function faultsOf({ template, steps, sources }: TemplateFile): FieldError[] {
  const known = new Set(steps.map(({ key }) => key))
  const unexplained = (path: string, row: { source: string } | null): FieldError[] =>
    row === null || Object.hasOwn(sources, row.source)
      ? []
      : [{ path: `${path}/source`, message: `No source ${row.source}` }]
  const circle = circleIn(steps)
  return [
    ...unexplained('/template/usualDays', template.usualDays),
    ...unexplained('/template/precedent', template.precedent),
    ...rowFaults('steps', steps, sources),
    ...steps.flatMap(({ after, duration }, index) => [
      ...after.flatMap((before, at) =>
        known.has(before) ? [] : [{ path: `/steps/${index}/after/${at}`, message: `No step ${before}` }],
      ),
      ...unexplained(`/steps/${index}/duration`, duration),
    ]),
    ...(circle === undefined ? [] : [{ path: '/steps', message: `Steps wait in a circle: ${circle.join(', ')}` }]),
  ]
}

function toTemplate(file: TemplateFile): TemplateContent {
  const { template, steps } = file
  const sourced = <T extends { source: string; verified: boolean; note: string | null }>({
    source,
    verified,
    note,
    ...rest
  }: T) => ({ ...rest, provenance: provenanceOf({ source, verified, note }, file) })
  return {
    ...template,
    usualDays: template.usualDays && sourced(template.usualDays),
    precedent: template.precedent && sourced(template.precedent),
    steps: steps.map(({ duration, ...step }) => ({ ...sourced(step), duration: duration && sourced(duration) })),
  }
}
