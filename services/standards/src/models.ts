import type { Database } from '@cte-align/service'
import { adoptionPhaseModel, boardVoteModel } from './adoption-phase.ts'
import { commentCountModel, commentDispositionModel, commentModel } from './comment.ts'
import { crosswalkModel, relationModel } from './crosswalk.ts'
import { frameworkModel } from './framework.ts'
import { itemVersionModel } from './item-version.ts'
import { proposalModel } from './proposal.ts'
import { proposalEntryModel } from './proposal-entry.ts'
import { relationStepModel } from './relation-step.ts'
import { releaseModel } from './release.ts'
import { releaseChangeModel } from './release-change.ts'

/** The collections that this service, and no other, writes. */
export function standardsModels({ connection }: Database) {
  return {
    Framework: frameworkModel(connection),
    ItemVersion: itemVersionModel(connection),
    Release: releaseModel(connection),
    ReleaseChange: releaseChangeModel(connection),
    Proposal: proposalModel(connection),
    ProposalEntry: proposalEntryModel(connection),
    Crosswalk: crosswalkModel(connection),
    Relation: relationModel(connection),
    AdoptionPhase: adoptionPhaseModel(connection),
    BoardVote: boardVoteModel(connection),
    RelationStep: relationStepModel(connection),
    Comment: commentModel(connection),
    CommentDisposition: commentDispositionModel(connection),
    CommentCount: commentCountModel(connection),
  }
}
export type Models = ReturnType<typeof standardsModels>
