import type { Cause } from '@cte-align/contracts'
import type { ClientSession } from '@cte-align/service'
import type { FlagCauseDoc, FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { ReviewModels } from './models/models.ts'
import type { FlagTextsDoc, TextDoc } from './models/text.ts'
import { createTexts, toText } from './texts.ts'

export type NewStep = Omit<FlagTransitionDoc, '_id' | 'flag' | 'number'>

/** What a batch of flags comes to, kept until it is written as a whole. */
export interface PendingWrites {
  session: ClientSession
  insert(flag: FlagDoc, beside: readonly FlagCauseDoc[]): void
  /** Later changes of a flag win. */
  change(flag: FlagDoc, set: Partial<FlagDoc>): void
  append(flag: Pick<FlagDoc, '_id'>, step: NewStep): void
  /** Keeps what the causes say, word for word, and says where. */
  keepTexts(causes: readonly Cause[]): string[]
  /** Keeps what a flag says before a new plan makes it say something else. */
  keepSaid(flag: FlagDoc, causes: readonly Cause[]): void
  /** Flags first, then what changes them. */
  write(): Promise<void>
}

/**
 * Gathers the writes of a batch, so that their number does not grow with it: a transaction has seconds to live, and an erratum's
 * batch writes four documents for each flag.
 */
export function pendingWrites(models: ReviewModels, session: ClientSession): PendingWrites {
  const { Flag, FlagCause, Transition } = models
  const flags: FlagDoc[] = []
  const causes: FlagCauseDoc[] = []
  const changes: { id: string; set: Partial<FlagDoc> }[] = []
  const steps: { flag: string; step: NewStep }[] = []
  const texts = new Map<string, TextDoc>()
  const said: FlagTextsDoc[] = []
  const keepTexts = (kept: readonly Cause[]) =>
    kept.map(toText).map(text => {
      texts.set(text._id, text)
      return text._id
    })
  return {
    session,
    insert(flag, beside) {
      flags.push(flag)
      causes.push(...beside)
    },
    change: ({ _id, version }, set) => void changes.push({ id: _id, set: { ...set, version: version + 1 } }),
    append: ({ _id }, step) => void steps.push({ flag: _id, step }),
    keepTexts,
    keepSaid({ _id: flag, impactFingerprint: print, severity }, causes) {
      said.push({ _id: `${flag}:${print}`, flag, fingerprint: print, severity, texts: keepTexts(causes) })
    },
    async write() {
      await createTexts(models).put(session, [...texts.values()], said)
      if (flags.length > 0) await Flag.collection.insertMany(flags as never[], { session })
      if (causes.length > 0) await FlagCause.collection.insertMany(causes as never[], { session })
      if (changes.length > 0)
        await Flag.bulkWrite(
          changes.map(({ id, set }) => ({ updateOne: { filter: { _id: id }, update: { $set: set } } })),
          { session },
        )
      await appendSteps({ Transition }, session, steps)
    },
  }
}

/** Numbers the steps on, flag by flag, in the order given. */
export async function appendSteps(
  { Transition }: Pick<ReviewModels, 'Transition'>,
  session: ClientSession,
  steps: readonly { flag: string; step: NewStep }[],
): Promise<void> {
  if (steps.length === 0) return
  const counted = await Transition.aggregate<{ _id: string; count: number }>([
    { $match: { flag: { $in: [...new Set(steps.map(({ flag }) => flag))] } } },
    { $group: { _id: '$flag', count: { $sum: 1 } } },
  ]).session(session)
  const counts = new Map(counted.map(({ _id, count }) => [_id, count]))
  const docs = steps.map(({ flag, step }) => {
    const number = (counts.get(flag) ?? 0) + 1
    counts.set(flag, number)
    return { _id: `${flag}:${number}`, flag, number, ...step }
  })
  await Transition.insertMany(docs, { session })
}
