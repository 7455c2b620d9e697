import { ItemRef } from '@cte-align/contracts'
import { z } from 'zod'

const counted = { comments: z.int(), people: z.int() }
const named = z.array(z.object({ name: z.string(), ...counted }))

/** Counts of what stands; what was withdrawn is in `total` and `withdrawn` alone. Lists tell the most commented five hundred. */
export const SummaryView = z.object({
  total: z.int(),
  threads: z.int(),
  replies: z.int(),
  withdrawn: z.int(),
  redacted: z.int(),
  people: z.int().meta({ description: 'How many said it, as the recorders counted them' }),
  unanswered: z.int(),
  byDisposition: z
    .object({
      accepted: z.int(),
      partly: z.int(),
      declined: z.int(),
      'out-of-scope': z.int(),
      none: z.int(),
      lapsed: z.int(),
    })
    .meta({ description: 'Of threads; lapsed: an operation it led to changed or went since' }),
  bySession: named,
  byRegion: z.array(z.object({ name: z.string().nullable(), ...counted })),
  byRole: named,
  byTarget: named,
  byItem: z.array(z.object({ item: ItemRef.pick({ id: true, key: true, title: true }), ...counted })),
  byOperation: z.array(
    z.object({
      words: z.string(),
      standing: z.object({ state: z.enum(['stands', 'changed', 'gone']), index: z.int().nullable() }),
      ...counted,
    }),
  ),
})
