import type { Bus } from '@cte-align/bus'
import { ConsequencesReply, type CourseCodeConsequence, idFrom, PlanContent, rpc } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import type { CatalogueModels } from '../catalogue.ts'
import { problem } from '../errors.ts'
import type { PlanAbout, PlanEntry } from './code-plan.ts'

type Told = CourseCodeConsequence & { flag: string | null; changes: string[] }
export type AskedAbout = { release: string } | { proposal: string } | null
export interface Suggested {
  about: PlanAbout
  entries: PlanEntry[]
  withoutChange: number
}
interface Parts {
  bus: Pick<Bus, 'request'>
  review: Pick<Review, 'consequences'>
  models: Pick<CatalogueModels, 'courseCodes'>
}

/** Lists are for choosing from; the flag has all. */
const MOST_NAMED = 20
const MOST_PLACES = 5

/**
 * What a release, by the own flags, or a proposal, by its preview, suggests for each course code that it reaches; nothing is
 * decided. Ids are computed, so that asking again finds what is there. Throws CTE_RELEASE_NOT_ASSESSED, CTE_PROPOSAL_NOT_TOLD,
 * CTE_NO_SUCH_PROPOSAL_THERE.
 */
export async function suggestEntries(parts: Parts, asked: AskedAbout, correlationId: string): Promise<Suggested> {
  if (asked === null) return { about: null, entries: [], withoutChange: 0 }
  const { about, told } =
    'release' in asked ? await ofRelease(parts, asked.release) : await ofProposal(parts, asked.proposal, correlationId)
  const changing = told.filter(({ suggested }) => suggested !== 'No change')
  const candidates = await candidatesFor(parts, changing)
  const entries = changing.map(each => toEntry(each, candidates.get(each.courseCode.key) ?? []))
  return { about, entries, withoutChange: told.length - changing.length }
}

async function ofRelease({ review }: Parts, release: string): Promise<{ about: PlanAbout; told: Told[] }> {
  const { state, consequences } = await review.consequences(release)
  if (state !== 'assessed') throw problem('CTE_RELEASE_NOT_ASSESSED', { release, state })
  return { about: { release }, told: consequences }
}

async function ofProposal({ bus }: Parts, proposal: string, correlationId: string) {
  const told: Told[] = []
  let about: PlanAbout = null
  try {
    for await (const piece of bus.request(rpc.consequences, { proposal }, { correlationId, timeoutMs: 30_000 })) {
      const reply = ConsequencesReply.parse(piece)
      if (reply.piece === 'summary') about = { proposal, revision: reply.revision, digest: reply.digest }
      else told.push(...reply.courseCodes.map(each => ({ ...each, flag: null, changes: [] })))
    }
  } catch (cause) {
    const { code, message } = cause as { code?: string; message?: string }
    if (code === 'CTE_NO_SUCH_PROPOSAL') throw problem('CTE_NO_SUCH_PROPOSAL_THERE', { proposal }, { cause })
    throw problem('CTE_PROPOSAL_NOT_TOLD', { proposal, detail: message ?? 'no answer' }, { cause })
  }
  if (about === null) throw problem('CTE_PROPOSAL_NOT_TOLD', { proposal, detail: 'an answer without an end' })
  return { about, told }
}

/** For each code those of its level on the items that it would go to. */
async function candidatesFor({ models }: Parts, told: readonly Told[]): Promise<Map<string, string[]>> {
  const goals = new Map(told.map(each => [each, each.places.flatMap(({ to }) => to.map(({ id }) => id))]))
  const items = [...new Set([...goals.values()].flat())]
  const found = await models.courseCodes
    .find({ 'links.itemId': { $in: items } })
    .sort({ _id: 1 })
    .lean()
  return new Map(
    [...goals].map(([{ courseCode }, ids]) => {
      const there = found.filter(({ links }) => links?.some(({ itemId }) => itemId !== null && ids.includes(itemId)))
      const alike = there.filter(row => row.level === courseCode.level && row._id !== courseCode.key)
      return [courseCode.key, alike.map(row => row._id).slice(0, MOST_NAMED)]
    }),
  )
}

function toEntry({ courseCode, suggested, rule, places, flag, changes }: Told, candidates: string[]): PlanEntry {
  const reason = `Suggested by the rule ${rule}`
  const successor = rule === 'retired/no-successor' ? 'none' : 'unknown'
  return {
    id: idFrom('suggested', courseCode.key),
    ...{ state: 'suggested', courseCode: courseCode.key },
    content:
      suggested === 'unknown'
        ? null
        : PlanContent.parse({ kind: suggested, from: [courseCode.key], successor, reason }),
    suggestion: {
      ...{ kind: suggested, rule, places: places.slice(0, MOST_PLACES), candidates, flag },
      changes: changes.slice(0, MOST_NAMED),
    },
    decision: null,
  }
}
