import { Consumer, Day, ReleaseId } from '@cte-align/contracts'
import { z } from 'zod'

/** Which release is asked about: one by name, or the one in force on a day, for everybody or for a consumer. */
export const AsOf = z.strictObject({
  release: z
    .string()
    .regex(/^(?:[a-z0-9-]{1,64}@)?[1-9][0-9]{0,8}$/, 'must be a number or framework@number, as in 3 or ca-mcs-2013@3')
    .optional()
    .meta({ description: 'Number or id of a release; default the newest' }),
  asOf: Day.optional().meta({ description: 'The release in force on that California day' }),
  consumer: Consumer.optional().meta({
    description: "In force for whom, by that consumer's own date; without asOf: today",
  }),
})

/** Which release, and where asked on which day for whom, an answer is about. */
export const Answered = { release: ReleaseId.nullable(), asOf: Day.nullable(), consumer: Consumer.nullable() }

export const onlyOne = <T extends z.ZodType<z.infer<typeof AsOf>>>(query: T) =>
  query
    .refine(({ release, asOf }) => release === undefined || asOf === undefined, {
      path: ['asOf'],
      message: 'release and asOf cannot both be given',
    })
    .refine(({ release, consumer }) => release === undefined || consumer === undefined, {
      path: ['consumer'],
      message: 'release and consumer cannot both be given: a release is the same for all',
    })
