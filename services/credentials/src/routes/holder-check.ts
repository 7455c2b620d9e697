import { AssignmentRule, Day, HolderDecision, HolderDocument, HolderStep } from '@cte-align/contracts'
import { checkHolder } from '@cte-align/impact'
import { findPersonal, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { DecoderSide, type DecoderSides } from '../decoder/decoder-sides.ts'
import { CensusDate, censusDateOf } from '../holders/census-date.ts'
import { problem } from '../holders/errors.ts'
import { MOST_DOCUMENTS } from '../holders/profiles.ts'

const Question = z.strictObject({
  side: DecoderSide.default('current'),
  documents: z.array(HolderDocument).min(1).max(MOST_DOCUMENTS),
  courseCode: AssignmentRule.shape.courseCode.max(20),
  ...CensusDate,
})

/** What the answer rests on. */
const REFERENCES = [
  {
    reference: 'EC 44258.9',
    says: 'Assignments are monitored: they are held against credentials, and misassignments corrected',
  },
  {
    reference: '5 CCR 80004(c)',
    says: 'A single subject teacher may teach CTE in the subject at the discretion of the employing agency',
  },
  {
    reference: 'CALPADS census day',
    says: 'The first Wednesday of October: the day that credentials are held against',
  },
]

const Answer = HolderDecision.extend({
  side: DecoderSide,
  decoder: z.string().meta({ description: 'The side in words' }),
  courseCode: z.string(),
  censusDate: Day,
  inWords: z.string(),
  steps: z.array(HolderStep),
  references: z.array(z.object({ reference: z.string(), says: z.string() })),
})

/** Whether somebody whom nobody names may teach a course. Nothing is kept, and the log does not hear of what was asked. */
export function holderCheckRoute(app: Service, { sides, now }: { sides: DecoderSides; now: () => Date }): void {
  app.post(
    '/holder-check',
    {
      schema: {
        operationId: 'checkHolder',
        tags: ['holders'],
        summary: 'Whether documents authorize for a course code on a day, by which rule, with every step',
        description: 'Without persons: codes, printed titles and days. Nothing is kept.',
        body: Question,
        response: { 200: Answer, ...responses(404, 413, 415, 422, 503) },
      },
    },
    async request => {
      const { side, documents, courseCode, ...day } = request.body
      for (const [index, { printedTitle }] of documents.entries()) {
        const found = printedTitle === null ? null : findPersonal(printedTitle)
        if (found === null) continue
        const [path, message] = [`/body/documents/${index}/printedTitle`, `looks like ${found.what}`]
        throw problem('CTE_PERSONAL_DATA', { place: path, what: message }, { errors: [{ path, message }] })
      }
      const censusDate = censusDateOf(day, now())
      const decoder = await sides.at(side)
      const { steps, ...decision } = checkHolder(decoder, { documents, courseCode, censusDate })
      return {
        ...{ ...decision, side, decoder: decoder.title, courseCode, censusDate },
        ...{ inWords: steps.at(-1)!.sentence, steps, references: REFERENCES },
      }
    },
  )
}
