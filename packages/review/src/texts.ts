import { type Cause, fingerprint } from '@cte-align/contracts'
import type { ClientSession } from '@cte-align/service'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { ReviewModels } from './models/models.ts'
import type { FlagTextsDoc, TextDoc } from './models/text.ts'
import { attestedText } from './to-flag.ts'

/** A cause's change as it reads, under the fingerprint of all that it says. */
export function toText(cause: Cause): TextDoc {
  const said = { change: cause.change, fingerprint: cause.fingerprint }
  return { _id: fingerprint(said), ...said, attests: attestedText(cause) }
}

/** The texts that people attested, and those that flags had: beside the log, untouched by a rebuild. */
export function createTexts({ Text, FlagTexts, Transition }: ReviewModels) {
  /** What there is already stays; whoever writes the same at this moment is met as a conflict, and runs again. */
  async function put(session: ClientSession, texts: readonly TextDoc[], said: readonly FlagTextsDoc[]): Promise<void> {
    const found = await Text.find({ _id: { $in: texts.map(text => text._id) } }, { _id: 1 }, { session }).lean()
    const known = new Set(found.map(text => text._id))
    const fresh = texts.filter(text => !known.has(text._id)).map(upsert)
    if (fresh.length > 0) await Text.bulkWrite(fresh, { session })
    if (said.length > 0) await FlagTexts.bulkWrite(said.map(upsert), { session })
  }

  return {
    put,
    /** The texts of a flag under one of its fingerprints; null where none is kept. */
    async seenAs(flag: string, print: string, session: ClientSession): Promise<string[] | null> {
      const earlier = await FlagTexts.findById(`${flag}:${print}`, null, { session }).lean()
      if (earlier !== null) return earlier.texts
      const step = await Transition.findOne({ flag, seen: print, texts: { $exists: true } }, null, { session }).lean<
        FlagTransitionDoc | undefined
      >()
      return step?.texts ?? null
    },
    /** By their ids. */
    async read(ids: readonly string[], session?: ClientSession): Promise<Map<string, TextDoc>> {
      const found = await Text.find({ _id: { $in: [...new Set(ids)] } }, null, { session: session ?? null }).lean<
        TextDoc[]
      >()
      return new Map(found.map(text => [text._id, text]))
    },
  }
}
export type Texts = ReturnType<typeof createTexts>

const upsert = <T extends { _id: string }>({ _id, ...rest }: T) => ({
  updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
})
