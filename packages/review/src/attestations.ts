import type { ClientSession } from '@cte-align/service'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { ReviewModels } from './models/models.ts'

/** What people have attested about dependents in the flags that are resolved now. */
export interface Attested {
  /** The earlier flags that together attest all the texts; empty where one of them is new. */
  covering(key: string, before: number, texts: readonly string[]): string[]
}

/** Loads the attestations of these dependents, in the transaction that is going to rely on them. */
export async function attestationsOf(
  { Flag, Transition }: ReviewModels,
  keys: readonly string[],
  session: ClientSession,
): Promise<Attested> {
  const resolved = await Flag.find(
    { 'dependent.key': { $in: [...keys] }, state: 'resolved' },
    { order: 1, 'dependent.key': 1 },
    { session },
  )
    .sort({ order: 1 })
    .lean<Pick<FlagDoc, '_id' | 'order' | 'dependent'>[]>()
  const steps = await Transition.find({ flag: { $in: resolved.map(flag => flag._id) }, to: 'resolved' }, null, {
    session,
  })
    .sort({ number: 1 })
    .lean<FlagTransitionDoc[]>()
  const texts = new Map(steps.map(step => [step.flag, new Set(step.attested)]))

  return {
    covering(key, before, wanted) {
      const missing = new Set(wanted)
      const used: string[] = []
      for (const flag of resolved) {
        if (flag.dependent.key !== key || flag.order >= before) continue
        const here = [...missing].filter(text => texts.get(flag._id)?.has(text))
        for (const text of here) missing.delete(text)
        if (here.length > 0) used.push(flag._id)
      }
      return missing.size === 0 ? used : []
    },
  }
}
