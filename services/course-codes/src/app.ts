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
import { catalogueModels } from './catalogue.ts'
import { codeRoutes, createCodeSets } from './code-sets.ts'
import { createCourseCodeStore } from './course-codes.ts'
import { districtListRoutes } from './district/routes.ts'
import { flagCourseCodesWhenAReleaseIsPublished } from './flag-course-codes-when-a-release-is-published.ts'
import { followAssignmentRules, writeAssignmentRule } from './follow-assignment-rules.ts'
import { createFollowedRuleStore } from './followed-rules.ts'
import { gapsOfCourseCodes } from './gaps.ts'
import { importCatalogue } from './import-catalogue.ts'
import { CourseCodesFile } from './import-file.ts'
import { perkinsRoutes } from './perkins/routes.ts'
import { COURSE_CODE_EDITORS } from './routes/actors.ts'
import { codePlanSequenceRoutes } from './routes/code-plan-sequences.ts'
import { courseCodeRoutes } from './routes/course-codes.ts'
import { linkRoutes } from './routes/links.ts'
import { pathwayRoutes } from './routes/pathways.ts'
import { continuityRoutes } from './sequences/continuity-routes.ts'
import { fieldLimitRoutes } from './sequences/field-limit-routes.ts'
import { sequenceRoutes } from './sequences/routes.ts'
import { createSequenceCatalogue } from './sequences/sequence-catalogue.ts'

export interface AppOptions {
  env: Pick<ServiceEnv, 'LOG_LEVEL' | 'NATS_MONITOR_URL'>
  db: Database
  bus: Bus
  now?: () => Date
  log?: Log
  /** How often it looks for what was left unassessed. */
  assessEveryMs?: number
}

/** The course-codes service: finishes what a crash left behind, listens to the other services, then answers. */
export async function buildCourseCodes(options: AppOptions): Promise<Service> {
  const { env, db, bus, now = () => new Date() } = options
  const log = options.log ?? createLog({ name: 'course-codes', level: env.LOG_LEVEL })
  const metrics = createMetrics('course-codes')
  const models = catalogueModels(db)
  const outbox = createOutbox({ db, source: '/cte/course-codes', now })
  const review = createReview({
    db,
    outbox,
    kinds: ['course-code'],
    agency: 'CALPADS',
    source: '/cte/course-codes',
    now,
    log,
    gapsOf: keys => gapsOfCourseCodes(models, keys),
  })
  await db.prepare([
    ...Object.values(models),
    ...outbox.models,
    ...review.models,
    ...inboxModels(db),
    ...relayModels(db),
  ])
  const rules = createFollowedRuleStore({ db, models, review })
  const announce = createAnnouncements({ outbox, review })
  const parts = { db, bus, review, models, announce, rules, now }
  const codes = createCodeSets({ ...parts, outbox })

  const app = await buildService({
    env,
    name: 'course-codes',
    title: 'cte-align course codes',
    description: 'CALPADS course codes, pathways and sequences, and the flags on the codes. Owner: CDE/CALPADS.',
    version: '0.1.0',
    bus,
    db,
    logger: log,
    metrics,
  })
  const courseCodes = createCourseCodeStore(parts)
  importRoute(app, {
    file: CourseCodesFile,
    may: COURSE_CODE_EDITORS,
    take: (body, how) => importCatalogue(parts, body, how),
  })
  courseCodeRoutes(app, { courseCodes, rules, review })
  linkRoutes(app, courseCodes)
  pathwayRoutes(app, models)
  codeRoutes(app, { ...codes, models, courseCodes, now })
  const sequences = createSequenceCatalogue({ models, review })
  sequenceRoutes(app, sequences)
  continuityRoutes(app, sequences)
  codePlanSequenceRoutes(app, { plans: codes.plans, bus, sequences })
  fieldLimitRoutes(app, models)
  review.aggregateRoutes(app, COURSE_CODE_EDITORS)
  perkinsRoutes(app, { bus, review, sequences })
  districtListRoutes(app, { models, review, plans: codes.plans, sequences })
  review.routes(app)

  const assess = async () => {
    await codes.publisher.finishAll()
    await rules.settle()
    await review.assessPending()
  }
  await assess()
  const relay = startRelay({ bus, outbox, db, log, now, metrics })
  const reaction = { bus, db, review, log, metrics, now }
  const starts = [() => flagCourseCodesWhenAReleaseIsPublished(reaction), () => followAssignmentRules(reaction, rules)]
  const inboxes: Inbox[] = []
  for (const start of starts) inboxes.push(await start())
  const writeOther: RebuildInput['writeOther'] = (event, session) =>
    writeAssignmentRule({ review, rules }, event, session, true)
  const rebuild = createRebuild({ bus, outbox, review, writeOther, inboxes, starts, log })
  adminRoutes(app, { inboxes, rebuild })
  const answering = [
    await answerPreviews({ bus, review, service: 'course-codes', log, metrics }),
    await answerFlags({ bus, review, service: 'course-codes' }),
    await serveLog({ bus, outbox, service: 'course-codes' }),
  ]
  const assessing = keepAssessing(assess, { log, everyMs: options.assessEveryMs })
  app.addHook('onClose', async () => {
    await assessing.stop()
    for (const answer of answering) await answer.stop()
    for (const inbox of inboxes) await inbox.stop()
    await relay.stop()
  })
  return app
}
