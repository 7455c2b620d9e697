import { type Cause, fingerprint } from '@cte-align/contracts'
import type { ClientSession } from '@cte-align/service'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { ReviewModels } from './models/models.ts'
import type { TextDoc } from './models/text.ts'
import { attestedText } from './to-flag.ts'

/** A cause's change as it reads, under the fingerprint of all that it says. */
export function toText(cause: Cause): TextDoc {
  const said = { change: cause.change, fingerprint: cause.fingerprint }
  return { _id: fingerprint(said), ...said, attests: attestedText(cause) }
}

/** The texts that people attested, and those that flags had: beside the log, untouched by a rebuild. */
export function createTexts({ Text, FlagTexts, Transition }: ReviewModels) {
  async function put(session: ClientSession, texts: readonly TextDoc[]): Promise<void> {
    if (texts.length === 0) return
    const found = await Text.find({ _id: { $in: texts.map(text => text._id) } }, { _id: 1 }, { session }).lean()
    const known = new Set(found.map(text => text._id))
    const fresh = texts.filter(text => !known.has(text._id))
    // Whoever else writes the same text at this moment is met as a conflict, and one of the two transactions runs again.
    const writes = fresh.map(({ _id, ...said }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: said }, upsert: true },
    }))
    if (writes.length > 0) await Text.bulkWrite(writes, { session })
  }

  return {
    put,
    /** What a flag says before a new plan makes it say something else. */
    async keepOf(session: ClientSession, flag: FlagDoc, causes: readonly Cause[]): Promise<void> {
      const texts = causes.map(toText)
      await put(session, [...new Map(texts.map(text => [text._id, text])).values()])
      const { _id, impactFingerprint: print, severity } = flag
      const said = { flag: _id, fingerprint: print, severity, texts: texts.map(text => text._id) }
      await FlagTexts.updateOne({ _id: `${_id}:${print}` }, { $setOnInsert: said }, { session, upsert: true })
    },
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
