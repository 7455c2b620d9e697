import type { Bus } from '@cte-align/bus'
import type { Outbox } from '@cte-align/service'
import { askAgency } from './ask-agency.ts'
import type { Preview } from './preview-proposal.ts'
import type { ProposalDoc } from './proposal.ts'

const KEPT = 2
const KEPT_MS = 60_000

type Asking = { correlationId: string; signal: AbortSignal }

/**
 * The last large previews, so that their next pages need not be worked out again. One is given out only while nothing has been
 * heard since: the same revision of the proposal, on the same positions of all three services.
 */
export function createKeptPreviews({ bus, outbox }: { bus: Bus; outbox: Outbox }) {
  const kept = new Map<string, { print: string; preview: Preview; timer: NodeJS.Timeout }>()

  function drop(id: string): void {
    clearTimeout(kept.get(id)?.timer)
    kept.delete(id)
  }

  return {
    keep(proposal: ProposalDoc, preview: Preview): void {
      drop(proposal._id)
      const timer = setTimeout(() => drop(proposal._id), KEPT_MS).unref()
      kept.set(proposal._id, { print: printOf(proposal, positionsOf(preview)), preview, timer })
      for (const oldest of kept.keys()) if (kept.size > KEPT) drop(oldest)
    },

    /** Undefined where it has to be worked out. */
    async find(proposal: ProposalDoc, asking: Asking): Promise<Preview | undefined> {
      const found = kept.get(proposal._id)
      if (found === undefined) return undefined
      const question = { release: found.preview.release, chunks: [[]] }
      const [ctc, calpads] = await Promise.all([
        askAgency(bus, 'ctc', question, asking),
        askAgency(bus, 'calpads', question, asking),
      ])
      const now = [{ '/cte/standards': await outbox.last() }, ctc.preview.positions, calpads.preview.positions]
      return found.print === printOf(proposal, now) ? found.preview : undefined
    },
  }
}

const positionsOf = ({ positions, agencies: { ctc, calpads } }: Preview): Record<string, number>[] => [
  positions,
  ctc.positions,
  calpads.positions,
]

const printOf = ({ _id, revision, base, state }: ProposalDoc, positions: Record<string, number>[]): string =>
  JSON.stringify([_id, revision, base, state, positions.map(each => Object.entries(each).sort())])
