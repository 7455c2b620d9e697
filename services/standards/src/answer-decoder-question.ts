import type { Subscription } from '@cte-align/bus'
import {
  DecoderQuestionReply,
  DecoderQuestionRequest,
  MAX_EVENT_BYTES,
  type ReachedChange,
  rpc,
} from '@cte-align/contracts'
import { ownerMoves } from '@cte-align/impact'
import { CteError } from '@cte-align/service'
import type { App } from './app.ts'
import { type DraftRelease, draftRelease, withReach } from './draft-release.ts'
import type { ProposalDoc } from './proposal.ts'
import type { ReleaseDoc } from './release.ts'
import type { ReleaseChangeDoc } from './release-change.ts'
import { topItems } from './top-items.ts'

type Parts = Pick<App, 'bus' | 'models' | 'trees' | 'heads' | 'relations'>
type Trees = Pick<DraftRelease, 'base' | 'proposed'>
interface Moving {
  title: string
  /** Where it is out already. */
  release: string | null
  reached: ReachedChange[]
  trees: Trees
}

/** Tells credentials what a proposal would move, or a release has moved, under another top-level item. Writes nothing. */
export function answerDecoderQuestion({ bus, ...parts }: Parts): Promise<Subscription> {
  return bus.serve(rpc.decoderQuestion, async function* (data) {
    const asked = DecoderQuestionRequest.parse(data)
    yield DecoderQuestionReply.parse(await answer(asked, parts))
  })
}

async function answer({ kind, id }: DecoderQuestionRequest, parts: Omit<Parts, 'bus'>): Promise<DecoderQuestionReply> {
  try {
    const moving = kind === 'proposal' ? await ofProposal(id, parts) : await ofRelease(id, parts)
    if (moving === null) return { answer: 'unknown' }
    const { title, release, reached, trees } = moving
    const question = ownerMoves(reached, trees, await topItems(trees, reached, parts))
    const reply: DecoderQuestionReply = { answer: 'question', title, release, question }
    return Buffer.byteLength(JSON.stringify(reply)) < MAX_EVENT_BYTES ? reply : { answer: 'too-many' }
  } catch (error) {
    // What does not fit in the draft is for whoever asked to read; anything else is ours.
    if (error instanceof CteError && error.status < 500) return { answer: 'refused', detail: error.message }
    throw error
  }
}

async function ofProposal(id: string, parts: Omit<Parts, 'bus'>): Promise<Moving | null> {
  const proposal = await parts.models.Proposal.findById(id).lean<ProposalDoc>()
  if (proposal === null) return null
  const { title, release } = proposal
  // While it is being published nothing of the release shows: it is a proposal still.
  const out = release === null ? null : await ofRelease(release, parts)
  if (out !== null) return out
  const draft = await draftRelease(proposal, parts.trees, parts.heads)
  return { title, release: null, reached: await withReach(draft, parts.relations), trees: draft }
}

/** As it was told when it was published. */
async function ofRelease(id: string, { models, trees }: Omit<Parts, 'bus'>): Promise<Moving | null> {
  const release = await models.Release.findOne({ _id: id, status: 'published' }).lean<ReleaseDoc>()
  if (release === null) return null
  const { framework, base, number, title } = release
  const rows = await models.ReleaseChange.find({ release: id }).sort({ number: 1 }).lean<ReleaseChangeDoc[]>()
  return {
    title,
    release: id,
    reached: number === 1 ? [] : rows.map(({ change, reach }) => ({ change, reach })),
    trees: { base: await trees.at(framework, base), proposed: await trees.at(framework, number) },
  }
}
