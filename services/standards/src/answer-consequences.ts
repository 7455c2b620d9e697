import type { Bus, Subscription } from '@cte-align/bus'
import {
  type ConsequencesReply,
  ConsequencesRequest,
  type CourseCodeConsequence,
  MAX_EVENT_BYTES,
  rpc,
} from '@cte-align/contracts'
import type { Preview } from './preview-proposal.ts'
import type { ProposalDoc } from './proposal.ts'
import type { Proposals } from './proposals.ts'

/** With room for what is around them. */
const PIECE_BYTES = MAX_EVENT_BYTES - 1024

/** Tells the course-codes service what a proposal may mean for its codes, as the proposal's preview has it. Writes nothing. */
export const answerConsequences = (
  bus: Bus,
  proposals: Pick<Proposals, 'get'>,
  previewNow: (proposal: ProposalDoc, correlationId: string) => Promise<Preview>,
): Promise<Subscription> =>
  bus.serve(rpc.consequences, async function* (data, { correlationId }): AsyncGenerator<ConsequencesReply> {
    const proposal = await proposals.get(ConsequencesRequest.parse(data).proposal)
    const { courseCodes, digest } = await previewNow(proposal, correlationId)
    for (const part of inPieces(courseCodes)) yield { piece: 'course-codes', courseCodes: part }
    yield { piece: 'summary', proposal: proposal._id, revision: proposal.revision, digest }
  })

function* inPieces(all: readonly CourseCodeConsequence[]): Generator<CourseCodeConsequence[]> {
  let piece: CourseCodeConsequence[] = []
  let size = 0
  for (const each of all) {
    const bytes = Buffer.byteLength(JSON.stringify(each)) + 1
    if (piece.length > 0 && size + bytes > PIECE_BYTES) {
      yield piece
      piece = []
      size = 0
    }
    piece.push(each)
    size += bytes
  }
  if (piece.length > 0) yield piece
}
