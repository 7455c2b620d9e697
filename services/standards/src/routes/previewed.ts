import { etagOf, type Service } from '@cte-align/service'
import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { App } from '../app.ts'
import type { Preview } from '../preview-proposal.ts'
import { previewProposal } from '../preview-proposal.ts'
import type { ProposalDoc } from '../proposal.ts'
import { type Unsaved, withUnsaved } from './shapes.ts'

interface Asker {
  params: { id: string }
  correlationId: string
  log: { info: (about: object, words: string) => void }
}

/**
 * Answers from a proposal's preview, of its operations as saved or as `unsaved` has them. Whoever goes away before the answer stops the work on it, here and at the
 * agencies.
 */
export function createPreviewed({ metrics: { previews, previewsUnderWay } }: Service, parts: App) {
  return async function previewed<Page extends { next: string | null }>(
    request: Asker,
    reply: FastifyReply,
    write: (preview: Preview, proposal: ProposalDoc) => Page | Promise<Page>,
    unsaved?: z.infer<typeof Unsaved>,
  ): Promise<Page> {
    const signal = goneSignal(reply)
    let outcome = 'failed'
    previewsUnderWay.inc()
    try {
      const saved = await parts.proposals.get(request.params.id)
      reply.header('etag', etagOf(saved.version))
      const proposal = withUnsaved(saved, unsaved)
      // What nobody has saved has no revision by which it could be found again.
      const keeps = proposal === saved
      const asking = { correlationId: request.correlationId, signal }
      const preview = await (keeps ? parts.readPreview(proposal, asking) : previewProposal(proposal, parts, asking))
      const page = await write(preview, proposal)
      if (keeps && page.next !== null) parts.keptPreviews.keep(proposal, preview)
      outcome = 'answered'
      return page
    } catch (error) {
      if (!signal.aborted) throw error
      outcome = 'abandoned'
      request.log.info({ proposal: request.params.id }, 'A preview was given up: its caller has gone')
      return reply.hijack() as never
    } finally {
      previewsUnderWay.dec()
      previews.inc({ outcome })
    }
  }
}

/** Aborted when the connection closes before the answer is written. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  if (reply.raw.destroyed) gone.abort()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
