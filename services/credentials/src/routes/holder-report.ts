import { Day, HolderDoubt, HolderVerdict } from '@cte-align/contracts'
import { z } from 'zod'
import { DecoderSide } from '../decoder/decoder-sides.ts'

const verdicts = {
  authorized: z.int(),
  'not-authorized': z.int(),
  review: z.int(),
}
const table = (key: string) =>
  z.array(z.object({ key: z.string(), ...verdicts })).meta({ description: `Holders by verdict, for each ${key}` })

/** What a file of profiles comes to. Counts are of holders, where not said otherwise. */
export const HolderReport = z.object({
  side: DecoderSide,
  decoder: z.string(),
  compareWith: DecoderSide.nullable(),
  otherDecoder: z.string().nullable(),
  censusDate: Day,
  dryRun: z.boolean(),
  rows: z.int(),
  profiles: z.int().meta({ description: 'Without those in error' }),
  holders: z.int(),
  verdicts: z.object(verdicts),
  profilesByVerdict: z.object(verdicts),
  employerDecides: z
    .int()
    .meta({ description: 'Of those authorized: where the employing agency says so, 5 CCR 80004(c)' }),
  byCourseCode: table('course code'),
  bySector: table('subject code of the sectors whose course code it is: FAB+MSS, * for any, _ for none'),
  bySubject: table('subject code on the documents; a holder of two counts in both'),
  byRule: table('rule that decided; _ for none'),
  byDoubt: z.array(z.object({ doubt: HolderDoubt, holders: z.int() })),
  changes: z
    .array(z.object({ courseCode: z.string(), from: HolderVerdict, to: HolderVerdict, holders: z.int() }))
    .meta({ description: 'Whose verdict is another under compareWith' }),
  errors: z.object({
    rows: z.int(),
    profiles: z.int(),
    count: z.int(),
    list: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .meta({ description: 'The first thousand, by row and column' }),
  }),
})
