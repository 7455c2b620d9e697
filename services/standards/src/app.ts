import type { Bus } from '@cte-align/bus'
import {
  buildService,
  createLog,
  createOutbox,
  type Database,
  keepDoing,
  type Log,
  type Metrics,
  type Service,
  type ServiceEnv,
  serveLog,
  startRelay,
} from '@cte-align/service'
import { createAdoptionPhases } from './adoption-phases.ts'
import { answerConsequences } from './answer-consequences.ts'
import { answerDecoderQuestion } from './answer-decoder-question.ts'
import { answerLineage } from './answer-lineage.ts'
import { answerTranslate } from './answer-translate.ts'
import { createCommentLists } from './comment-lists.ts'
import { createComments } from './comments.ts'
import { createCoverage } from './coverage.ts'
import type { Heads } from './draft-release.ts'
import { createRelationEdits } from './edit-relations.ts'
import { createFrameworks } from './frameworks.ts'
import { createImports } from './imports.ts'
import { createInForce } from './in-force.ts'
import { createItems } from './items.ts'
import { createRelationJudgement } from './judge-relations.ts'
import { createKeptPreviews } from './kept-previews.ts'
import { standardsModels } from './models.ts'
import { createOutline } from './outline.ts'
import { type Asking, previewProposal } from './preview-proposal.ts'
import type { ProposalDoc } from './proposal.ts'
import { createProposals } from './proposals.ts'
import { createPublisher, type Publisher } from './publish-release.ts'
import { createRebasing } from './rebase-proposal.ts'
import { createRelations } from './relations.ts'
import { createReviewing } from './review-proposal.ts'
import { adoptionPhaseRoutes } from './routes/adoption-phases.ts'
import { commentImportRoutes } from './routes/comment-imports.ts'
import { commentStepRoutes } from './routes/comment-steps.ts'
import { commentRoutes } from './routes/comments.ts'
import { coverageRoutes } from './routes/coverage.ts'
import { crosswalkRoutes } from './routes/crosswalks.ts'
import { dateRoutes } from './routes/dates.ts'
import { docketRoutes } from './routes/docket.ts'
import { frameworkRoutes } from './routes/frameworks.ts'
import { impactRoutes } from './routes/impacts.ts'
import { impactInFullRoutes } from './routes/impacts-in-full.ts'
import { importTableRoutes } from './routes/import-tables.ts'
import { importRoutes } from './routes/imports.ts'
import { inForceRoutes } from './routes/in-force.ts'
import { itemRoutes } from './routes/items.ts'
import { outlineRoutes } from './routes/outline.ts'
import { paperRoutes } from './routes/papers.ts'
import { previewRoutes } from './routes/preview.ts'
import { previewListRoutes } from './routes/preview-lists.ts'
import { proposalChangeRoutes } from './routes/proposal-changes.ts'
import { proposalDiffRoutes } from './routes/proposal-diff.ts'
import { proposalPublishingRoutes } from './routes/proposal-publishing.ts'
import { proposalReviewRoutes } from './routes/proposal-review.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { readRelationRoutes } from './routes/read-relations.ts'
import { releaseRoutes } from './routes/releases.ts'
import { suggestionRoutes } from './routes/suggestions.ts'
import { translateRoutes } from './routes/translate.ts'
import { unansweredRoutes } from './routes/unanswered.ts'
import { writeRelationRoutes } from './routes/write-relations.ts'
import { createSchedule, keepSchedule } from './schedule-release.ts'
import { createItemSearch } from './search-items.ts'
import { createTranslate } from './translate.ts'
import { createTrees } from './trees.ts'
import { upgradeProposals } from './upgrade-proposals.ts'

const FINISH_EVERY_MS = 5000
/** A release that is younger is most likely being published at this moment, here or in another instance. */
const INTERRUPTED_AFTER_MS = 30_000

type PublicAddresses = Partial<
  Pick<ServiceEnv, 'PUBLIC_STANDARDS_URL' | 'PUBLIC_CREDENTIALS_URL' | 'PUBLIC_COURSE_CODES_URL'>
>

/** Everything the routes use, wired by plain arguments. */
async function wire(given: { db: Database; bus: Bus; now: () => Date; log: Log; metrics: Metrics }) {
  const { db, bus, now, log, metrics } = given
  const models = standardsModels(db)
  const outbox = createOutbox({ db, source: '/cte/standards', now })
  await db.prepare([...Object.values(models), ...outbox.models])
  await upgradeProposals(models)
  const frameworks = createFrameworks(models)
  const items = createItems(models, frameworks, now)
  const outline = createOutline(models, frameworks, now)
  const phases = createAdoptionPhases(models, db)
  const inForce = createInForce(models, { frameworks, phases })
  const trees = createTrees(models)
  const searchItems = createItemSearch(frameworks, trees)
  const heads: Heads = frameworks.head
  const relations = createRelations(models)
  const relationEdits = createRelationEdits({ models, db, outbox, trees, relations })
  const judgement = createRelationJudgement({ models, db, outbox, trees, relations })
  const coverage = createCoverage(models, { trees, frameworks })
  const translate = createTranslate(models, { trees, frameworks })
  const proposals = createProposals({ models, db, outbox, trees, relations, heads })
  const comments = createComments({ models, db, outbox, trees, heads })
  const commentLists = createCommentLists(models, comments)
  const imports = createImports({ models, db, outbox, trees, frameworks, proposals })
  const publisher = createPublisher({ models, db, proposals, outbox, trees, relations, heads, now, log })
  const preview = (proposal: ProposalDoc, asking: Asking) =>
    previewProposal(proposal, { bus, outbox, trees, relations, heads }, asking)
  const previewNow = (proposal: ProposalDoc, correlationId: string) => preview(proposal, { correlationId })
  const keptPreviews = createKeptPreviews({ bus, outbox })
  // For who only looks. Whoever signs or publishes has it worked out anew.
  const readPreview = async (proposal: ProposalDoc, asking: Asking) =>
    (await keptPreviews.find(proposal, asking)) ?? preview(proposal, asking)
  const reviewing = createReviewing({ proposals, trees, heads, unanswered: comments.unanswered, previewNow })
  const rebasing = createRebasing({ models, proposals, trees, heads })
  const schedule = createSchedule({ models, proposals, publisher, heads, previewNow, now, log })
  const relay = startRelay({ bus, outbox, db, log, now, metrics })
  return {
    models,
    db,
    bus,
    outbox,
    frameworks,
    items,
    outline,
    searchItems,
    phases,
    inForce,
    trees,
    heads,
    relations,
    relationEdits,
    judgement,
    translate,
    coverage,
    proposals,
    comments,
    commentLists,
    imports,
    reviewing,
    rebasing,
    previewNow,
    readPreview,
    keptPreviews,
    schedule,
    publisher,
    relay,
    now,
  }
}
export type App = Awaited<ReturnType<typeof wire>>

/** The standards service. What a crash left half published is finished beside the answering: until it is, nothing of it shows. */
export async function buildStandards(options: {
  env: Pick<ServiceEnv, 'LOG_LEVEL' | 'NATS_MONITOR_URL'> & PublicAddresses
  db: Database
  bus: Bus
  now?: () => Date
  log?: Log
}): Promise<Service> {
  const { env, db, bus, now = () => new Date() } = options
  const log = options.log ?? createLog({ name: 'standards', level: env.LOG_LEVEL })
  const app = await buildService({
    env,
    name: 'standards',
    title: 'cte-align standards',
    description:
      'Frameworks, items, crosswalks, proposals and releases of the CTE Model Curriculum Standards. Owner: CDE.',
    version: '0.1.0',
    bus,
    db,
    logger: log,
  })
  const parts = await wire({ db, bus, now, log, metrics: app.metrics })
  frameworkRoutes(app, parts)
  itemRoutes(app, parts)
  outlineRoutes(app, parts)
  releaseRoutes(app, parts)
  proposalRoutes(app, parts)
  proposalDiffRoutes(app, parts)
  proposalChangeRoutes(app, parts)
  proposalReviewRoutes(app, parts)
  previewRoutes(app, parts)
  impactRoutes(app, parts)
  impactInFullRoutes(app, parts)
  previewListRoutes(app, parts)
  paperRoutes(app, parts, {
    standards: env.PUBLIC_STANDARDS_URL,
    credentials: env.PUBLIC_CREDENTIALS_URL,
    courseCodes: env.PUBLIC_COURSE_CODES_URL,
  })
  proposalPublishingRoutes(app, parts)
  crosswalkRoutes(app, parts)
  readRelationRoutes(app, parts)
  writeRelationRoutes(app, parts)
  translateRoutes(app, parts)
  coverageRoutes(app, parts)
  suggestionRoutes(app, parts)
  importRoutes(app, parts)
  dateRoutes(app, parts)
  adoptionPhaseRoutes(app, parts)
  inForceRoutes(app, parts)
  importTableRoutes(app, parts)
  commentRoutes(app, parts)
  unansweredRoutes(app, parts)
  commentStepRoutes(app, parts)
  commentImportRoutes(app, parts)
  docketRoutes(app, parts)
  const answering = [
    await answerLineage(bus, parts.trees, parts.heads),
    await answerDecoderQuestion(parts),
    await answerTranslate(bus, parts),
    await answerConsequences(bus, parts.proposals, parts.previewNow),
    await serveLog({ bus, outbox: parts.outbox, service: 'standards' }),
  ]
  const finishing = keepFinishing(parts.publisher, { now, log })
  const scheduling = keepSchedule(parts.schedule, { onPublished: parts.relay.nudge, log })
  app.addHook('onClose', async () => {
    await scheduling.stop()
    await finishing.stop()
    for (const answer of answering) await answer.stop()
    await parts.relay.stop()
  })
  return app
}

/** At once, and then now and then for what other instances left. */
function keepFinishing(publisher: Publisher, { now, log }: { now: () => Date; log: Log }): { stop(): Promise<void> } {
  let youngest = 0
  const work = async () => {
    const begunBefore = new Date(now().getTime() - youngest)
    youngest = INTERRUPTED_AFTER_MS
    await publisher
      .finishAll(begunBefore)
      .catch(err => log.warn({ err }, 'A release is not finished yet; trying again'))
  }
  return keepDoing(work, { everyMs: FINISH_EVERY_MS })
}
