import type { Bus } from '@cte-align/bus'
import { type AssignmentRule, DecoderQuestionReply, type DecoderQuestionRequest, rpc } from '@cte-align/contracts'
import { type DecoderTable, followComparison } from '@cte-align/impact'
import type { Review } from '@cte-align/review'
import { problem } from '../errors.ts'

export type FollowMoves = ReturnType<typeof createFollowMoves>

/**
 * Today's rules as they would stand if they followed the items that a proposal would move, or that a release has moved: by the
 * same comparison as a preview. Throws CTE_NO_SUCH_SIDE, CTE_SIDE_REFUSED or CTE_UNAVAILABLE.
 */
export function createFollowMoves({
  bus,
  review,
}: {
  bus: Pick<Bus, 'request'>
  review: Pick<Review, 'compareDecoder'>
}) {
  return async (
    asked: DecoderQuestionRequest,
    rules: readonly AssignmentRule[],
    correlationId: string,
  ): Promise<Pick<DecoderTable, 'title' | 'doubts'> & { rules: AssignmentRule[] }> => {
    const { title, release, question } = await askStandards(bus, asked, correlationId)
    const comparison = await review.compareDecoder(question, release === null ? {} : { release })
    return { title: `today’s decoder following ${asked.kind} “${title}”`, ...followComparison(rules, comparison) }
  }
}

async function askStandards(
  bus: Pick<Bus, 'request'>,
  asked: DecoderQuestionRequest,
  correlationId: string,
): Promise<Extract<DecoderQuestionReply, { answer: 'question' }>> {
  const reply = await firstPiece(bus, asked, correlationId)
  switch (reply.answer) {
    case 'question':
      return reply
    case 'unknown':
      throw problem('CTE_NO_SUCH_SIDE', { ...asked })
    case 'refused':
      throw problem('CTE_SIDE_REFUSED', { ...asked, detail: reply.detail })
    case 'too-many':
      throw problem('CTE_SIDE_REFUSED', {
        ...asked,
        detail: 'more items change their owner than one comparison takes: divide it',
      })
    default:
      throw new Error(`No such answer: ${reply satisfies never}`)
  }
}

async function firstPiece(bus: Pick<Bus, 'request'>, asked: DecoderQuestionRequest, correlationId: string) {
  try {
    for await (const piece of bus.request(rpc.decoderQuestion, asked, { correlationId }))
      return DecoderQuestionReply.parse(piece)
  } catch (cause) {
    throw problem('CTE_UNAVAILABLE', { what: 'The standards service' }, { cause })
  }
  throw problem('CTE_UNAVAILABLE', { what: 'The standards service' })
}
