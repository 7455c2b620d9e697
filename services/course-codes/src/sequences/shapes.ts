import { type Sequence, type SequencePair, STRANDS } from '@cte-align/impact'
import { z } from 'zod'

export const NOTE = `${STRANDS} A null pathway code and unknown school years are gaps of the sources`

const codes = z.array(z.string())
const Level = z.enum(['concentrator', 'capstone'])

export const SequenceShape = z.object({
  framework: z.string(),
  item: z.string(),
  pathway: z.string(),
  code: z.string().nullable().meta({ description: 'CALPADS pathway code; null where no source gives it' }),
  introductory: codes,
  concentrator: codes,
  capstone: codes,
  sectorIntroductory: codes.meta({
    description: 'Introductory codes of the sector, which serve any of its pathways: 999',
  }),
  complete: z.boolean().nullable().meta({ description: 'Has a concentrator and a capstone; null: nobody knows' }),
  missing: z.array(Level).meta({ description: 'Certainly not there' }),
  unsure: z.array(Level).meta({ description: 'Nobody knows whether they are there' }),
  notes: codes,
})

export const Finding = z.object({
  code: z.enum([
    'CTE_SEQUENCE_BROKEN',
    'CTE_LEVEL_MISSING',
    'CTE_MID_SEQUENCE_BROKEN',
    'CTE_SUCCESSOR_UNKNOWN',
    'CTE_INTRODUCTORY_SHARED',
  ]),
  certainty: z
    .enum(['certain', 'unknown'])
    .meta({ description: 'What the sources do not say is never a certain break' }),
  schoolYear: z.string().nullable(),
  pathway: z.object({ framework: z.string(), item: z.string(), name: z.string() }).nullable(),
  courseCodes: codes,
  message: z.string(),
})

export const Pair = z.object({
  framework: z.string(),
  pathway: z.string(),
  concentrator: z.string(),
  capstone: z.string(),
  state: z.enum(['holds', 'breaks', 'unknown']),
  by: codes.meta({ description: 'Codes under which the capstone can be taken the year after' }),
  why: z.string(),
})

export const showSequence = ({ name, state, ...rest }: Sequence): z.infer<typeof SequenceShape> => ({
  ...rest,
  pathway: name,
  complete: state === 'unknown' ? null : state === 'complete',
})

export const showPair = ({ pathway: { framework, item }, ...rest }: SequencePair): z.infer<typeof Pair> => ({
  ...rest,
  framework,
  pathway: item,
})

export const countPairs = (pairs: SequencePair[]) => {
  const count = (state: SequencePair['state']) => pairs.filter(pair => pair.state === state).length
  return { holds: count('holds'), breaks: count('breaks'), unknown: count('unknown') }
}
