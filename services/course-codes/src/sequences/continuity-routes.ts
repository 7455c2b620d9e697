import { SchoolYear, writtenText } from '@cte-align/contracts'
import { continuityOf, sectorOf, worldAfter, yearAfter } from '@cte-align/impact'
import { responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { problem } from './errors.ts'
import type { SequenceReader } from './sequence-catalogue.ts'
import { countPairs, Finding, NOTE, Pair, showPair } from './shapes.ts'
import { readWhatIf, WhatIf } from './what-if.ts'

const Answer = {
  from: z.string(),
  to: z.string(),
  findings: z.array(Finding),
  pairs: z.array(Pair).meta({ description: 'Concentrator taken in `from`, capstone in `to`; of one year none' }),
  counts: z.object({
    certain: z.int(),
    unknown: z.int(),
    pairs: z.object({ holds: z.int(), breaks: z.int(), unknown: z.int() }),
  }),
  note: z.string(),
}
const tags = ['sequences']
const to = SchoolYear.optional().meta({ description: 'The same year, or the one after; default the one after' })

/** Whether sequences hold from one school year to the next, as things stand or if something were done. */
export function continuityRoutes(app: Service, catalogue: SequenceReader): void {
  app.get(
    '/sequences/continuity',
    {
      schema: {
        operationId: 'checkContinuity',
        tags,
        summary: 'Whether sequences hold within a school year, or from one to the next',
        querystring: z.strictObject({
          from: SchoolYear,
          to,
          sector: writtenText(1, 200).optional().meta({ description: 'Key of a sector (AGR)' }),
          certainty: Finding.shape.certainty.optional(),
        }),
        response: { 200: z.object(Answer), ...responses(422) },
      },
    },
    async ({ query: { sector, certainty, ...asked } }) => {
      const years = yearsOf(asked)
      const known = await catalogue.read()
      const { codeChanges } = known
      const pathways = known.pathways.filter(each => sector === undefined || sectorOf(each).item === sector)
      const world = (year: string) =>
        worldAfter({ pathways, codes: known.codesIn(year) }, { schoolYear: year, codeChanges })
      const before = world(years.from)
      const after = years.from === years.to ? before : world(years.to)
      return answerOf(years, continuityOf(before, after, { codeChanges }), certainty)
    },
  )
  app.post(
    '/sequences/what-if',
    {
      schema: {
        operationId: 'tryContinuity',
        tags,
        summary: 'What splits of pathways and code changes would do to sequences; writes nothing',
        body: WhatIf,
        response: {
          200: z.object({
            ...Answer,
            findings: z.array(
              Finding.extend({ already: z.boolean().meta({ description: 'So without the what-if too' }) }),
            ),
          }),
          ...responses(413, 415, 422),
        },
      },
    },
    async ({ body }) => {
      const years = yearsOf(body)
      const { codesIn, codeChanges: published, ...known } = await catalogue.read()
      const given = readWhatIf(body, { ...known, schoolYear: years.to })
      const codeChanges = [...published, ...given.codeChanges]
      const pathways = known.pathways.filter(given.touches)
      const world = (schoolYear: string, made: { codeChanges: typeof codeChanges; splits?: typeof given.splits }) =>
        worldAfter({ pathways, codes: codesIn(schoolYear) }, { schoolYear, ...made })
      const before = world(years.from, { codeChanges })
      const after = world(years.to, { codeChanges, splits: given.splits })
      const unchanged = { codeChanges: published }
      const asIs = continuityOf(world(years.from, unchanged), world(years.to, unchanged), unchanged)
      const told = new Set(asIs.findings.map(({ code, message }) => `${code} ${message}`))
      const found = answerOf(years, continuityOf(before, after, { splits: given.splits, codeChanges }), undefined)
      return {
        ...found,
        findings: found.findings.map(each => ({ ...each, already: told.has(`${each.code} ${each.message}`) })),
      }
    },
  )
}

function yearsOf({ from, to }: { from: string; to?: string | undefined }): { from: string; to: string } {
  const next = yearAfter(from)
  if (to !== undefined && to !== from && to !== next) throw problem('CTE_YEARS_APART', { from, to, next })
  return { from, to: to ?? next }
}

function answerOf(
  years: { from: string; to: string },
  { findings, pairs }: ReturnType<typeof continuityOf>,
  certainty: 'certain' | 'unknown' | undefined,
) {
  const count = (wanted: string) => findings.filter(each => each.certainty === wanted).length
  return {
    ...years,
    findings: findings.filter(each => certainty === undefined || each.certainty === certainty),
    pairs: pairs.map(showPair),
    counts: { certain: count('certain'), unknown: count('unknown'), pairs: countPairs(pairs) },
    note: NOTE,
  }
}
