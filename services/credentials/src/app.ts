import type { Bus } from '@cte-align/bus'
import {
  answerFlags,
  answerPreviews,
  createRebuild,
  createReview,
  keepAssessing,
  type RebuildInput,
} from '@cte-align/review'
import {
  adminRoutes,
  buildService,
  createLog,
  createMetrics,
  createOutbox,
  type Database,
  type Inbox,
  importRoute,
  inboxModels,
  type Log,
  relayModels,
  type Service,
  type ServiceEnv,
  serveLog,
  startRelay,
} from '@cte-align/service'
import { createAnnouncements } from './announcements.ts'
import { createAssignmentRuleStore } from './assignment-rules.ts'
import { createAuthorizationStore } from './authorizations.ts'
import { catalogueModels, readCatalogue, workflowModels } from './catalogue.ts'
import { createImportCourseTable } from './course-table/import-course-table.ts'
import { createCompareSides } from './decoder/compare-sides.ts'
import { createDecoderSides } from './decoder/decoder-sides.ts'
import { createFollowMoves } from './decoder/follow-moves.ts'
import { createEditionStore } from './decoder/kept-editions.ts'
import { createEditions } from './editions/create-editions.ts'
import { keepFinishing } from './editions/keep-finishing.ts'
import { flagAuthorizationsWhenAReleaseIsPublished } from './flag-authorizations-when-a-release-is-published.ts'
import { followCourseCodes, writeCourseCode } from './follow-course-codes.ts'
import { gapsOf, gapsOfDependents } from './gaps.ts'
import { createGrandfatheringStore } from './grandfathering/grandfathering-rules.ts'
import { importCatalogue } from './import-catalogue.ts'
import { CredentialsFile } from './import-file.ts'
import { manualReviewOf } from './manual-review.ts'
import { CTC_EDITORS } from './routes/actors.ts'
import { assignmentRuleRoutes } from './routes/assignment-rules.ts'
import { authorizationCodeRoutes } from './routes/authorization-codes.ts'
import { authorizationRoutes } from './routes/authorizations.ts'
import { courseTableRoutes } from './routes/course-table.ts'
import { decoderCompareRoutes } from './routes/decoder-compare.ts'
import { documentRoutes } from './routes/documents.ts'
import { holderBatchRoute } from './routes/holder-batch.ts'
import { holderCheckRoute } from './routes/holder-check.ts'
import { legalReferenceRoutes } from './routes/legal-references.ts'
import { linkRoutes } from './routes/links.ts'
import { readGrandfatheringRoutes } from './routes/read-grandfathering.ts'
import { ruleDraftStepRoutes } from './routes/rule-draft-steps.ts'
import { ruleDraftRoutes } from './routes/rule-drafts.ts'
import { ruleEditionRoutes } from './routes/rule-editions.ts'
import { workflowTemplateRoutes } from './routes/workflow-templates.ts'
import { workflowRoutes } from './routes/workflows.ts'
import { writeGrandfatheringRoutes } from './routes/write-grandfathering.ts'
import { upgradeCatalogue } from './upgrade-catalogue.ts'
import { createTemplates } from './workflows/templates.ts'
import { createWorkflows } from './workflows/workflows.ts'

export interface AppOptions {
  env: Pick<ServiceEnv, 'LOG_LEVEL' | 'NATS_MONITOR_URL'>
  db: Database
  bus: Bus
  now?: () => Date
  log?: Log
  /** How often it looks for what was left unassessed. */
  assessEveryMs?: number
}

/** The credentials service: finishes what a crash left behind, listens to the other services, then answers. */
export async function buildCredentials(options: AppOptions): Promise<Service> {
  const { env, db, bus, now = () => new Date() } = options
  const log = options.log ?? createLog({ name: 'credentials', level: env.LOG_LEVEL })
  const metrics = createMetrics('credentials')
  const models = catalogueModels(db)
  const planning = workflowModels(db)
  const outbox = createOutbox({ db, source: '/cte/credentials', now })
  const review = createReview({
    db,
    outbox,
    kinds: ['authorization', 'legal-reference'],
    agency: 'CTC',
    source: '/cte/credentials',
    now,
    log,
    manualReview: () => manualReviewOf(models.authorizations),
    gapsOf: keys => gapsOfDependents(models, keys),
  })
  await db.prepare([
    ...Object.values(models),
    ...Object.values(planning),
    ...outbox.models,
    ...review.models,
    ...inboxModels(db),
    ...relayModels(db),
  ])
  await upgradeCatalogue(models)
  const announce = createAnnouncements({ outbox, review, rules: models.rules })
  const parts = { db, bus, review, models, announce, now }
  const authorizations = createAuthorizationStore(parts)
  const rules = createAssignmentRuleStore(models.rules)
  const templates = createTemplates(planning.templates, db)
  const workflows = createWorkflows({ db, outbox, review, ...planning, templates, now })

  const app = await buildService({
    env,
    name: 'credentials',
    title: 'cte-align credentials',
    description:
      'Documents, authorizations, subjects, assignment rules and legal references, and the flags on them. Owner: CTC.',
    version: '0.1.0',
    bus,
    db,
    logger: log,
    metrics,
  })
  importRoute(app, { file: CredentialsFile, may: CTC_EDITORS, take: (body, how) => importCatalogue(parts, body, how) })
  const editions = createEditionStore(models)
  const sides = createDecoderSides({ models, editions, follow: createFollowMoves({ bus, review }) })
  const compare = createCompareSides({ sides, review })
  const drafting = createEditions({ ...parts, outbox, sides, editions, compare, log })
  ruleDraftRoutes(app, drafting)
  ruleDraftStepRoutes(app, drafting)
  courseTableRoutes(app, { take: createImportCourseTable({ models, editions, sides }), now })
  ruleEditionRoutes(app, { editions, all: drafting.all })
  decoderCompareRoutes(app, compare)
  documentRoutes(app, models)
  authorizationCodeRoutes(app, models)
  authorizationRoutes(app, { authorizations, rules, review })
  linkRoutes(app, authorizations)
  legalReferenceRoutes(app, { legalReferences: models.legalReferences, review })
  assignmentRuleRoutes(app, { rules, gaps: async () => gapsOf(await readCatalogue(models)) })
  workflowTemplateRoutes(app, { templates, now })
  workflowRoutes(app, { workflows, templates, review, models })
  const holders = { sides, now }
  holderCheckRoute(app, holders)
  await holderBatchRoute(app, holders)
  const grandfathering = createGrandfatheringStore({ db, models, outbox, now })
  readGrandfatheringRoutes(app, { rules: grandfathering, sides, review, now })
  writeGrandfatheringRoutes(app, grandfathering)
  review.routes(app)
  review.aggregateRoutes(app, CTC_EDITORS)

  await review.assessPending()
  const relay = startRelay({ bus, outbox, db, log, now, metrics })
  const reaction = { bus, db, review, log, metrics, now }
  const starts = [() => flagAuthorizationsWhenAReleaseIsPublished(reaction), () => followCourseCodes(reaction)]
  const inboxes: Inbox[] = []
  for (const start of starts) inboxes.push(await start())
  const writeOther: RebuildInput['writeOther'] = (event, session) => writeCourseCode(review, event, session)
  const rebuild = createRebuild({ bus, outbox, review, writeOther, inboxes, starts, log })
  adminRoutes(app, { inboxes, rebuild })
  const answering = [
    await answerPreviews({ bus, review, service: 'credentials', log, metrics }),
    await answerFlags({ bus, review, service: 'credentials' }),
    await serveLog({ bus, outbox, service: 'credentials' }),
  ]
  const assessing = keepAssessing(review.assessPending, { log, everyMs: options.assessEveryMs })
  const finishing = keepFinishing(drafting.publisher, { now, log })
  app.addHook('onClose', async () => {
    await finishing.stop()
    await assessing.stop()
    for (const answer of answering) await answer.stop()
    for (const inbox of inboxes) await inbox.stop()
    await relay.stop()
  })
  return app
}
