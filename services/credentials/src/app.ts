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
import { catalogueModels, readCatalogue } from './catalogue.ts'
import { flagAuthorizationsWhenAReleaseIsPublished } from './flag-authorizations-when-a-release-is-published.ts'
import { followCourseCodes, writeCourseCode } from './follow-course-codes.ts'
import { gapsOf, gapsOfAuthorizations } from './gaps.ts'
import { importCatalogue } from './import-catalogue.ts'
import { CredentialsFile } from './import-file.ts'
import { manualReviewOf } from './manual-review.ts'
import { CTC_EDITORS } from './routes/actors.ts'
import { assignmentRuleRoutes } from './routes/assignment-rules.ts'
import { authorizationRoutes } from './routes/authorizations.ts'
import { documentRoutes } from './routes/documents.ts'
import { linkRoutes } from './routes/links.ts'

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
  const outbox = createOutbox({ db, source: '/cte/credentials', now })
  const review = createReview({
    db,
    outbox,
    kind: 'authorization',
    agency: 'CTC',
    source: '/cte/credentials',
    now,
    log,
    manualReview: () => manualReviewOf(models.authorizations),
    gapsOf: keys => gapsOfAuthorizations(models, keys),
  })
  await db.prepare([
    ...Object.values(models),
    ...outbox.models,
    ...review.models,
    ...inboxModels(db),
    ...relayModels(db),
  ])
  const announce = createAnnouncements({ outbox, review, rules: models.rules })
  const parts = { db, bus, review, models, announce, now }
  const authorizations = createAuthorizationStore(parts)
  const rules = createAssignmentRuleStore(models.rules)

  const app = await buildService({
    env,
    name: 'credentials',
    title: 'cte-align credentials',
    description: 'Documents, authorizations, subjects and assignment rules, and the flags on them. Owner: CTC.',
    version: '0.1.0',
    bus,
    db,
    logger: log,
    metrics,
  })
  importRoute(app, { file: CredentialsFile, may: CTC_EDITORS, take: (body, how) => importCatalogue(parts, body, how) })
  documentRoutes(app, models)
  authorizationRoutes(app, { authorizations, rules, review })
  linkRoutes(app, authorizations)
  assignmentRuleRoutes(app, { rules, gaps: async () => gapsOf(await readCatalogue(models)) })
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
  app.addHook('onClose', async () => {
    await assessing.stop()
    for (const answer of answering) await answer.stop()
    for (const inbox of inboxes) await inbox.stop()
    await relay.stop()
  })
  return app
}
