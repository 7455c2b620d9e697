import type { Bus } from '@cte-align/bus'
import { type Finding, FlagsReply, rpc } from '@cte-align/contracts'
import { problem } from '../errors.ts'
import { createFold } from './fold.ts'
import type { AgencyData } from './paper-data.ts'

/** The flags of a release as their owner has them now. Throws CTE_AGENCY_UNREACHABLE rather than leave an agency out. */
export async function askFlags(
  bus: Bus,
  whose: Pick<AgencyData, 'agency' | 'service'>,
  question: { release: string; items: string[] },
  correlationId: string,
): Promise<AgencyData> {
  const { service } = whose
  const fold = createFold(whose)
  const findings: Finding[] = []
  let summary: Extract<FlagsReply, { piece: 'summary' }> | undefined
  try {
    for await (const piece of bus.request(rpc.flags(service), question, { correlationId })) {
      const reply = FlagsReply.parse(piece)
      if (reply.piece === 'findings') findings.push(...reply.findings)
      else if (reply.piece === 'summary') summary = reply
      else
        for (const { id, state, disposition, ...brief } of reply.flags)
          fold.add({ ...brief, flag: { id, state, disposition } })
    }
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw problem('CTE_AGENCY_UNREACHABLE', { service, detail }, { cause })
  }
  if (summary === undefined) throw problem('CTE_AGENCY_UNREACHABLE', { service, detail: 'an answer without an end' })
  const { state, manualReview, positions, dispositions } = summary
  const meanings = new Map(dispositions.map(each => [each.disposition, each.meaning]))
  return fold.end({ state, findings, manualReview, positions, meanings })
}
