import { ItemKey, SchoolYear, Slug, writtenText } from '@cte-align/contracts'
import { compareKeys, isCompleter, type Sequence, sectorOf, sequencesOf, worldAfter, worldOf } from '@cte-align/impact'
import { decodeCursor, encodeCursor, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { CourseCode } from '../import-file.ts'
import { problem } from './errors.ts'
import { pathwayNamed, type SequenceCatalogue, type SequenceReader } from './sequence-catalogue.ts'
import { NOTE, SequenceShape, showSequence } from './shapes.ts'

const words = writtenText(1, 200).optional()
const schoolYear = SchoolYear.optional().meta({ description: 'Default: whatever the years' })
const Query = PageQuery.extend({
  q: words,
  schoolYear,
  pathway: words.meta({ description: 'Key of a pathway (AGR.A), its name, or its CALPADS code' }),
  sector: words.meta({ description: 'Key of a sector (AGR)' }),
  complete: z.enum(['true', 'false', 'unknown']).optional(),
})
const Place = z.tuple([z.string(), z.string()])
const Told = { note: z.string() }
const Verdict = z.object({ answer: z.enum(['yes', 'no', 'unknown']), reasons: z.array(z.string()) })
const tags = ['sequences']

/** Introductory, concentrator and capstone of each pathway, and whether courses make a completer of it. */
export function sequenceRoutes(app: Service, catalogue: SequenceReader): void {
  app.get(
    '/sequences',
    {
      schema: {
        operationId: 'listSequences',
        tags,
        summary: 'The courses of each pathway by level, complete or what is missing',
        querystring: Query,
        response: { 200: pageOf(SequenceShape).extend(Told), ...responses() },
      },
    },
    async ({ query }) => {
      const all = sequencesIn(await catalogue.read(), query.schoolYear)
      const after = query.cursor === undefined ? null : decodeCursor(Place, query.cursor)
      const found = all.filter(isAsked(query)).filter(each => after === null || isAfter(each, after))
      const items = found.slice(0, query.limit)
      const last = items.at(-1)
      const next = found.length > items.length && last ? encodeCursor([last.framework, last.item]) : null
      return { items: items.map(showSequence), next, note: NOTE }
    },
  )
  app.get(
    '/sequences/:framework/:item',
    {
      schema: {
        operationId: 'readSequence',
        tags,
        summary: 'The courses of one pathway by level',
        params: z.strictObject({ framework: Slug, item: ItemKey.min(1) }),
        querystring: z.strictObject({ schoolYear }),
        response: { 200: SequenceShape.extend(Told), ...responses(404) },
      },
    },
    async ({ params: { framework, item }, query }) => {
      const found = sequencesIn(await catalogue.read(), query.schoolYear).find(
        each => each.framework === framework && each.item === item,
      )
      if (found === undefined) throw problem('CTE_NO_SUCH_PATHWAY', { item, framework })
      return { ...showSequence(found), note: NOTE }
    },
  )
  app.post(
    '/sequences/completer-check',
    {
      schema: {
        operationId: 'checkCompleter',
        tags,
        summary: 'Whether courses make a completer of a pathway (CERT122, CERT124) and a Perkins V concentrator',
        description: 'Of nobody in particular: codes, school years and grade bands. Writes nothing.',
        body: z.strictObject({
          framework: Slug.optional(),
          pathway: ItemKey.min(1),
          courses: z
            .array(
              z.strictObject({
                code: CourseCode,
                schoolYear: SchoolYear,
                grade: z.enum(['passed', 'not', 'unknown']).meta({ description: 'passed: C- or better' }),
              }),
            )
            .max(200),
        }),
        response: {
          200: z.object({ pathway: z.string(), completer: Verdict, perkinsConcentrator: Verdict, ...Told }),
          ...responses(413, 415, 422),
        },
      },
    },
    async ({ body: { framework, pathway, courses } }) => {
      const { pathways, codes } = await catalogue.read()
      const asked = pathwayNamed(pathways, { framework, pathway, path: '/body/pathway' })
      return { pathway: asked.item, ...isCompleter(courses, asked, codes), note: NOTE }
    },
  )
}

const sequencesIn = (
  { pathways, codes, codesIn, codeChanges }: SequenceCatalogue,
  year: string | undefined,
): Sequence[] =>
  sequencesOf(
    year === undefined
      ? worldOf(pathways, codes, null)
      : worldAfter({ pathways, codes: codesIn(year) }, { schoolYear: year, codeChanges }),
  )

const STATES = { true: 'complete', false: 'incomplete', unknown: 'unknown' } as const

function isAsked({ q, pathway, sector, complete }: z.infer<typeof Query>): (sequence: Sequence) => boolean {
  const sought = q?.toLowerCase()
  return each =>
    (sought === undefined ||
      [each.code ?? '', each.name, each.item].some(text => text.toLowerCase().includes(sought))) &&
    (pathway === undefined || [each.item, each.name, each.code].includes(pathway)) &&
    (sector === undefined || sectorOf(each).item === sector) &&
    (complete === undefined || each.state === STATES[complete])
}

const isAfter = (each: Sequence, [framework, item]: z.infer<typeof Place>): boolean =>
  (compareKeys(each.framework, framework) || compareKeys(each.item, item)) > 0
