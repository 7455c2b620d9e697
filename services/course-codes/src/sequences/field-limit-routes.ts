import { checkFieldLimit, type LimitedField } from '@cte-align/impact'
import { responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { CatalogueModels } from '../catalogue.ts'

const values = z.array(z.string().max(300)).max(1000).default([])
const Proposed = z.strictObject({ pathwayCodes: values, courseCodes: values, names: values, localCourseIds: values })
const Verdict = z.object({
  field: z.enum(['pathway-code', 'course-code', 'name', 'local-course-id']),
  value: z.string(),
  verdict: z.enum(['fits', 'refused', 'unknown']).meta({ description: 'unknown: no source gives the limit' }),
  rule: z.string(),
  number: z.string().meta({ description: 'Of the field in the file layouts' }),
  message: z.string(),
  source: z.string(),
  usedBy: z.string().nullable().meta({ description: 'What has this code here already, retired or not' }),
})
const FIELDS = {
  pathwayCodes: 'pathway-code',
  courseCodes: 'course-code',
  names: 'name',
  localCourseIds: 'local-course-id',
} as const satisfies Record<keyof z.infer<typeof Proposed>, LimitedField>

/** What CALPADS's fields can hold, before anybody proposes what they cannot. */
export function fieldLimitRoutes(
  app: Service,
  { pathways, courseCodes }: Pick<CatalogueModels, 'pathways' | 'courseCodes'>,
): void {
  app.post(
    '/field-limits/check',
    {
      schema: {
        operationId: 'checkFieldLimits',
        tags: ['sequences'],
        summary: 'Whether CALPADS could take proposed pathway codes, course codes and names; writes nothing',
        body: Proposed,
        response: { 200: z.object({ items: z.array(Verdict), refused: z.int() }), ...responses(413, 415) },
      },
    },
    async ({ body }) => {
      const used = new Map<string, string>()
      for (const { code, name } of await pathways.find({ code: { $in: body.pathwayCodes } }).lean())
        if (code !== null) used.set(`pathway-code ${code}`, name)
      for (const { _id, title } of await courseCodes.find({ _id: { $in: body.courseCodes } }).lean())
        used.set(`course-code ${_id}`, title)
      const items = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap(list =>
        body[list].map(value => ({
          ...checkFieldLimit(FIELDS[list], value),
          usedBy: used.get(`${FIELDS[list]} ${value}`) ?? null,
        })),
      )
      return { items, refused: items.filter(({ verdict }) => verdict === 'refused').length }
    },
  )
}
