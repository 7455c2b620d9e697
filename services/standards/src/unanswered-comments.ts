import type { Comments } from './comments.ts'
import type { Models } from './models.ts'
import type { ProposalDoc } from './proposal.ts'

export interface UnansweredOn {
  proposal: string
  title: string
  framework: string
  state: ProposalDoc['state']
  unanswered: number
}

/** Proposals under way with comments that nobody has answered, those with most first. */
export async function unansweredComments(
  { Comment, Proposal }: Models,
  { unanswered }: Comments,
): Promise<UnansweredOn[]> {
  const commented = await Comment.distinct('proposal', { parent: null, withdrawn: null })
  const open = await Proposal.find(
    { _id: { $in: commented }, state: { $nin: ['publishing', 'published', 'withdrawn'] } },
    { title: 1, framework: 1, state: 1, operations: 1 },
  ).lean<ProposalDoc[]>()
  const found: UnansweredOn[] = []
  for (const { _id, title, framework, state, operations } of open) {
    const { open: waiting } = await unanswered({ _id, operations })
    if (waiting > 0) found.push({ proposal: _id, title, framework, state, unanswered: waiting })
  }
  return found.sort((a, b) => b.unanswered - a.unanswered || (a.proposal < b.proposal ? -1 : 1))
}
