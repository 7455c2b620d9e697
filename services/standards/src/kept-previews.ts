import type { Bus } from '@cte-align/bus'
import type { Outbox } from '@cte-align/service'
import { type AgencyPreview, type Asked, askAgency } from './ask-agency.ts'
import type { Asking, Preview } from './preview-proposal.ts'
import type { ProposalDoc } from './proposal.ts'

const KEPT = 2
const KEPT_MS = 60_000

/**
 * The last large previews, so that their pages, their filters and the lists beside them need not be worked out again. One is given
 * out only while nothing has happened since: the same revision of the proposal, and no service has heard or told anything.
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
      kept.set(proposal._id, { print: printOf(proposal, preview), preview, timer })
      for (const oldest of kept.keys()) if (kept.size > KEPT) drop(oldest)
    },

    /** Undefined where it has to be worked out: also where an agency does not say what it has told. */
    async find(
      proposal: ProposalDoc,
      { correlationId, signal = new AbortController().signal }: Asking,
    ): Promise<Preview | undefined> {
      const found = kept.get(proposal._id)
      if (found === undefined) return undefined
      const question = { release: found.preview.release, chunks: [[]] }
      const [ctc, calpads] = await Promise.all([
        askAgency(bus, 'ctc', question, { correlationId, signal }),
        askAgency(bus, 'calpads', question, { correlationId, signal }),
      ])
      if (ctc.preview.told === undefined || calpads.preview.told === undefined) return undefined
      const now = {
        positions: { '/cte/standards': await outbox.last() },
        agencies: { ctc: ctc.preview, calpads: calpads.preview },
      }
      return found.print === printOf(proposal, now) ? found.preview : undefined
    },
  }
}

/** What an answer rests on. */
interface Grounds {
  positions: Record<string, number>
  agencies: Record<Asked, Pick<AgencyPreview, 'positions' | 'told'>>
}

const printOf = ({ _id, revision, base, state }: ProposalDoc, { positions, agencies }: Grounds): string => {
  const { ctc, calpads } = agencies
  const heard = [positions, ctc.positions, calpads.positions].map(each => Object.entries(each).sort())
  return JSON.stringify([_id, revision, base, state, heard, ctc.told, calpads.told])
}
