import type { Cause, ItemRef } from '@cte-align/contracts'
import { releaseRef } from '@cte-align/contracts'
import type { z } from 'zod'
import type { CorrectionView } from './flag-views.ts'
import type { Flags } from './flags.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'
import { flagId } from './to-flag.ts'

/** What the erratum of this flag makes of the dependent's flag of the corrected release; null for an ordinary release. */
export async function correctionOf(
  flags: Flags,
  { Flag }: ReviewModels,
  flag: FlagDoc,
): Promise<z.infer<typeof CorrectionView> | null> {
  if (flag.corrects == null) return null
  const [framework, number] = flag.corrects.split('@')
  const { kind, key } = flag.dependent
  const id = flagId(releaseRef(framework!, Number(number)), kind, key)
  const corrected = await Flag.findById(id).lean<FlagDoc>()
  const back = new Set(flag.takesBack)
  const takenBack = itemsOf(await flags.causesOf(flag)).filter(item => back.has(item.id))
  const before = corrected === null ? [] : itemsOf(await flags.causesOf(corrected))
  const touched = new Set(flag.items)
  const note = noteOf(flag.corrects, takenBack, before)
  return {
    ...{ release: flag.corrects, flag: corrected?._id ?? null },
    ...{ takenBack, untouched: before.filter(item => !touched.has(item.id)), note },
  }
}

function noteOf(release: string, takenBack: readonly ItemRef[], before: readonly ItemRef[]): string | null {
  const back = new Set(takenBack.map(item => item.id))
  if (back.size === 0) return null
  if (before.every(item => back.has(item.id))) return `The change of ${release} was taken back`
  return `The change of ${release} was taken back in part: ${takenBack.map(item => item.key).join(', ')}`
}

const itemsOf = (causes: readonly Cause[]): ItemRef[] => [
  ...new Map(causes.map(({ change }) => [change.item.id, change.item])).values(),
]
