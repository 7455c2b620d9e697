import type { Flags } from './flags.ts'
import { batches } from './lineages.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'
import { dueSortOf, queueFields } from './queue-fields.ts'

/**
 * Gives flags from before there were sectors and due dates what new ones are born with. It says nothing new of them, so
 * their versions stay. A repeat finds nothing to do.
 */
export async function fillQueueFields({
  models: { Flag },
  flags,
}: {
  models: ReviewModels
  flags: Flags
}): Promise<void> {
  const old = Flag.find({ sectors: { $exists: false } })
    .lean<FlagDoc[]>()
    .cursor()
  for await (const batch of batches<FlagDoc>(old, 200)) {
    const writes = []
    for (const flag of batch) {
      const fields = queueFields(flag, await flags.causesOf(flag))
      const dueSet = flag.dueSet ?? null
      const $set = { ...fields, dueSet, dueSort: dueSortOf(fields.due, dueSet) }
      writes.push({ updateOne: { filter: { _id: flag._id, version: flag.version }, update: { $set } } })
    }
    await Flag.bulkWrite(writes, { ordered: false })
  }
}
