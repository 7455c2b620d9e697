import { type ItemTranslation, rpc, TranslateReply, type TranslateRequest } from '@cte-align/contracts'
import { linkProblem } from '@cte-align/review'
import type { Bus } from '@cte-align/service'

export interface Translation {
  items: Map<string, ItemTranslation>
  chain: string[] | null
  perkins: Extract<TranslateReply, { piece: 'summary' }>['perkins']
}

/** Asks standards, who own the crosswalks. Throws CTE_STANDARDS_UNREACHABLE. */
export async function askTranslation(
  bus: Pick<Bus, 'request'>,
  request: TranslateRequest,
  options: { correlationId: string },
): Promise<Translation> {
  const found: Translation = { items: new Map(), chain: null, perkins: [] }
  try {
    for await (const said of bus.request(rpc.translate, request, options)) {
      const reply = TranslateReply.parse(said)
      if (reply.piece === 'items') for (const each of reply.items) found.items.set(each.asked, each)
      else Object.assign(found, { chain: reply.chain, perkins: reply.perkins })
    }
  } catch (error) {
    throw linkProblem('CTE_STANDARDS_UNREACHABLE', {}, { cause: error })
  }
  return found
}
