import { z } from 'zod'

/** What a row of a comparison of two decoders is about. */
export const DifferenceKind = z.enum(['course-code', 'rule', 'pair'])
export type DifferenceKind = z.infer<typeof DifferenceKind>

export const DifferenceOutcome = z.enum([
  /** Course codes: in the second alone, in the first alone, left without any certain pair, with one for the first time. */
  'new',
  'gone',
  'without-pair',
  'first-pair',
  /** Rules. `emptied`: nothing issued satisfies it any more; `filled`: something does now. */
  'added',
  'dropped',
  'changed',
  'emptied',
  'filled',
  /** Pairs of course code and authorization. */
  'permitted',
  'refused',
  /** Rules and pairs: one of the two does not say. */
  'unknown',
])
export type DifferenceOutcome = z.infer<typeof DifferenceOutcome>

export const DifferenceSector = z.strictObject({ framework: z.string(), key: z.string(), title: z.string() })
export type DifferenceSector = z.infer<typeof DifferenceSector>

/** One thing in which two decoders differ. */
export const DecoderDifference = z.strictObject({
  what: DifferenceKind,
  outcome: DifferenceOutcome,
  courseCode: z.string(),
  /** Those that own the course code; where no link says so, those that its subjects stand for. None: no one sector. */
  sectors: z.array(DifferenceSector),
  /** `CTE/R4T/ANR`; `CTE/R4T/*` for a wildcard rule; null for a course code. */
  authorization: z.string().nullable(),
  /** What the first and the second say of it, in words; null where nothing. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Admitted only as the examination twin of another, which is inferred. */
  inferred: z.boolean(),
  /** False where a rule that it rests on has not been checked at its source. */
  verified: z.boolean(),
  because: z.string().meta({ description: 'In one sentence' }),
})
export type DecoderDifference = z.infer<typeof DecoderDifference>

const Count = z.int().min(0)

/** A side of a comparison in numbers. */
export const ComparedSide = z.strictObject({
  title: z.string(),
  courseCodes: Count,
  rules: Count,
  pairs: Count,
  wildcards: z.array(z.string()).meta({ description: 'Rules that admit every subject' }),
  empty: Count.meta({ description: 'Rules that nothing issued satisfies' }),
  unread: z.strictObject({
    rows: Count,
    courseCodes: z.array(z.string()).meta({ description: 'Course codes with a row that does not say who' }),
  }),
  doubtful: Count.meta({ description: 'Pairs of which nobody can say' }),
})
export type ComparedSide = z.infer<typeof ComparedSide>

const Counts = z.record(z.string(), Count).meta({ description: 'By kind and outcome: `pair refused`' })

export const DifferenceSummary = z.strictObject({
  from: ComparedSide,
  to: ComparedSide,
  counts: Counts,
  bySector: z.array(z.strictObject({ sector: DifferenceSector.nullable(), counts: Counts })),
})
export type DifferenceSummary = z.infer<typeof DifferenceSummary>
