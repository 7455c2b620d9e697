import { createHash } from 'node:crypto'
import { ReleaseId } from '@cte-align/contracts'
import { responses, type Service } from '@cte-align/service'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { PublicUrls } from '../papers/addresses.ts'
import { gatherProposal } from '../papers/gather-proposal.ts'
import { gatherRelease } from '../papers/gather-release.ts'
import type { PaperData } from '../papers/paper-data.ts'
import { PAPER_STYLE } from '../papers/paper-style.ts'
import { makePaper, PAPER_NAMES, PAPERS, type PaperName } from '../papers/papers.ts'
import { toHtml } from '../papers/to-html.ts'
import { toMarkdown } from '../papers/to-markdown.ts'
import { formatFor } from './format-for.ts'
import { ProposalParams } from './shapes.ts'

const tags = ['papers']
const Named = z.enum(PAPER_NAMES)
const Format = z.strictObject({
  format: z
    .enum(['html', 'md'])
    .optional()
    .meta({ description: 'Without it the Accept header decides; HTML where it does not matter' }),
})
const PaperList = z.object({
  papers: z.array(z.object({ paper: Named, for: z.string(), html: z.string(), md: z.string() })),
})
const written = {
  description: 'The paper',
  content: { 'text/html': { schema: z.string() }, 'text/markdown': { schema: z.string() } },
}
const TYPES = { html: 'text/html', md: 'text/markdown' } as const
type FormatName = keyof typeof TYPES
const styleHash = createHash('sha256').update(PAPER_STYLE).digest('base64')
const POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
const WHAT =
  'Printable and accessible; every number links to the query that counts it. Worked out anew at each call; writes nothing.'

/** Papers to print, edit and send, from a proposal as it is now and from a release with its flags as they are now. */
export function paperRoutes(app: Service, parts: App, publicUrls: PublicUrls): void {
  const { proposals, frameworks } = parts
  const proposalPaper = ProposalParams.extend({ paper: Named })
  const releasePaper = z.strictObject({ id: ReleaseId, paper: Named })

  app.get(
    '/proposals/:id/papers',
    {
      schema: {
        ...{ tags, operationId: 'listProposalPapers', summary: 'List the papers that can be made of a proposal' },
        params: ProposalParams,
        response: { 200: PaperList, ...responses(404, 503) },
      },
    },
    async request => listed(`/proposals/${(await proposals.get(request.params.id))._id}`),
  )

  app.get(
    '/proposals/:id/papers/:paper',
    {
      schema: {
        ...{ tags, operationId: 'writeProposalPaper', summary: 'Make a paper of a proposal', description: WHAT },
        params: proposalPaper,
        querystring: Format,
        response: { 200: written, ...responses(404, 406, 422, 503) },
      },
    },
    async (request, reply) => {
      const format = formatFor(TYPES, { named: request.query.format, accept: request.headers.accept })
      const proposal = await proposals.get(request.params.id)
      return send(reply, request.params.paper, format, await gatherProposal(proposal, parts, request.correlationId))
    },
  )

  app.get(
    '/releases/:id/papers',
    {
      schema: {
        ...{ tags, operationId: 'listReleasePapers', summary: 'List the papers that can be made of a release' },
        params: z.strictObject({ id: ReleaseId }),
        response: { 200: PaperList, ...responses(404, 503) },
      },
    },
    async request => listed(`/releases/${(await releaseOf(request.params.id))._id}`),
  )

  app.get(
    '/releases/:id/papers/:paper',
    {
      schema: {
        ...{ tags, operationId: 'writeReleasePaper', summary: 'Make a paper of a release', description: WHAT },
        params: releasePaper,
        querystring: Format,
        response: { 200: written, ...responses(404, 406, 503) },
      },
    },
    async (request, reply) => {
      const format = formatFor(TYPES, { named: request.query.format, accept: request.headers.accept })
      const release = await releaseOf(request.params.id)
      return send(reply, request.params.paper, format, await gatherRelease(release, parts, request.correlationId))
    },
  )

  function releaseOf(id: string) {
    const at = id.lastIndexOf('@')
    return frameworks.published(id.slice(0, at), Number(id.slice(at + 1)))
  }

  function send(reply: FastifyReply, name: PaperName, format: FormatName, data: PaperData): never {
    const paper = makePaper(name, data, publicUrls.standards ?? 'http://127.0.0.1:4301')
    const text = format === 'html' ? toHtml(paper, publicUrls) : toMarkdown(paper, publicUrls)
    const file = `${name}-${data.of.id.replace(/[^A-Za-z0-9-]/g, '-')}.${format}`
    return reply
      .header('content-type', `${TYPES[format]}; charset=utf-8`)
      .header('content-disposition', `inline; filename="${file}"`)
      .header('content-security-policy', POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .header('vary', 'accept')
      .send(text) as never
  }
}

const listed = (root: string): z.infer<typeof PaperList> => ({
  papers: PAPER_NAMES.map(paper => ({
    paper,
    for: PAPERS[paper].reader,
    html: `${root}/papers/${paper}?format=html`,
    md: `${root}/papers/${paper}?format=md`,
  })),
})
