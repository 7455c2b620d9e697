import { Agency, writtenText } from '@cte-align/contracts'
import { z } from 'zod'
import { FlagFilterBody } from './flag-filter.ts'
import { FlagOrder } from './flag-order.ts'
import { GroupBy } from './group-key.ts'

export const ViewId = z.uuid()
export const ViewQuery = ViewId.optional().meta({ description: 'A saved view; what is given beside it goes first' })

/** What a person says of a view. */
export const ViewBody = z.strictObject({
  name: writtenText(1, 100),
  filter: FlagFilterBody,
  order: FlagOrder.default('gravest'),
  group: GroupBy.nullable().default(null),
  shared: z.boolean().default(false).meta({ description: 'Seen by all; else by the actor who keeps it alone' }),
})
export type ViewBody = z.infer<typeof ViewBody>

export const SavedView = z.object({
  id: ViewId,
  name: z.string(),
  filter: FlagFilterBody,
  order: FlagOrder,
  group: GroupBy.nullable(),
  agency: Agency,
  owner: z.string(),
  shared: z.boolean(),
  version: z.int(),
  changedAt: z.iso.datetime(),
})
