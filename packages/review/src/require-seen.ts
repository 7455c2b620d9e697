import type { Cause } from '@cte-align/contracts'
import { itemInWords } from '@cte-align/impact'
import type { ClientSession } from '@cte-align/service'
import { problem } from './errors.ts'
import type { Flags } from './flags.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'
import { createTexts, toText } from './texts.ts'

const MOST_NAMED = 10

/** Passes where the flag says what the caller has seen. Throws CTE_TEXT_MOVED naming what came and went since. */
export async function requireSeen(
  { models, flags, session }: { models: ReviewModels; flags: Flags; session: ClientSession },
  flag: FlagDoc,
  seen: string,
): Promise<void> {
  const { _id: id, impactFingerprint: current } = flag
  if (seen === current) return
  const texts = createTexts(models)
  const before = await texts.seenAs(id, seen, session)
  if (before === null) {
    const changes = 'no text of this flag is known by that fingerprint'
    throw problem('CTE_TEXT_MOVED', { id, seen, current, changes })
  }
  const now = new Map((await flags.causesOf(flag, session)).map(cause => [toText(cause)._id, cause.change]))
  const then = await texts.read(
    before.filter(text => !now.has(text)),
    session,
  )
  const came = [...now].filter(([text]) => !before.includes(text)).map(([, change]) => `new: ${inWords(change)}`)
  const went = [...then.values()].map(({ change }) => `gone: ${inWords(change)}`)
  const all = [...came, ...went]
  const more = all.length > MOST_NAMED ? [`and ${all.length - MOST_NAMED} more`] : []
  const changes =
    all.length === 0
      ? 'the texts are the same; paths, doubts, severity, findings or the dependent changed'
      : [...all.slice(0, MOST_NAMED), ...more].join('; ')
  throw problem('CTE_TEXT_MOVED', { id, seen, current, changes })
}

const inWords = ({ class: kind, item, aspect }: Cause['change']): string => `${kind} ${itemInWords(item)} (${aspect})`
