import { Slug } from '@cte-align/contracts'
import { responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import type { App } from '../app.ts'
import { PROPOSAL_STATES } from '../proposal.ts'
import { unansweredComments } from '../unanswered-comments.ts'

const Waiting = z.object({
  proposal: z.string(),
  title: z.string(),
  framework: Slug,
  state: z.enum(PROPOSAL_STATES),
  unanswered: z.int().min(1),
})

/** What waits for an answer on all proposals at once, so that nobody has to ask of each. */
export function unansweredRoutes(app: Service, { models, comments }: App): void {
  app.get(
    '/comments/unanswered',
    {
      schema: {
        tags: ['comments'],
        operationId: 'listUnanswered',
        summary: 'Proposals under way whose comments wait for an answer, most first',
        response: { 200: z.object({ items: z.array(Waiting), comments: z.int() }), ...responses(503) },
      },
    },
    async () => {
      const items = await unansweredComments(models, comments)
      return { items, comments: items.reduce((sum, { unanswered }) => sum + unanswered, 0) }
    },
  )
}
