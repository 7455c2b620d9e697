import { californiaDay } from '@cte-align/contracts'
import { createAggregates } from './aggregates/aggregates.ts'
import { aggregateLoadRoutes } from './aggregates/load-routes.ts'
import { isCounted } from './aggregates/models.ts'
import { createWeighing } from './aggregates/weigh-release.ts'
import { weightRoutes } from './aggregates/weight-routes.ts'
import { createAssessor } from './assessor.ts'
import { createBulkActions } from './bulk-actions.ts'
import { createConsequences } from './consequences.ts'
import { createDecoder } from './decoder.ts'
import { fillQueueFields } from './fill-queue-fields.ts'
import { createFlags } from './flags.ts'
import { createFlagsInBrief } from './flags-in-brief.ts'
import { createFlagsOn } from './flags-on.ts'
import { createLateAssessor } from './late-assessor.ts'
import { createLineages } from './lineages.ts'
import { createLinkCounts } from './link-counts.ts'
import { createLinks } from './links.ts'
import { reviewModels } from './models/models.ts'
import { createMoveFlag } from './move-flag.ts'
import { createNamedFlags } from './named-flags.ts'
import { asOf, createPlanner } from './planner.ts'
import { createPositions } from './positions.ts'
import { createPreview } from './preview.ts'
import { createRebuild } from './rebuild.ts'
import { createReleaseNews } from './release-news.ts'
import { createReleases } from './releases.ts'
import { reviewRoutes } from './routes.ts'
import { createRules } from './rules.ts'
import { createSavedViews } from './saved-views.ts'
import type { RebuildInput, Review, ReviewOptions } from './surroundings.ts'
import { createTellings } from './tellings.ts'
import { createUndoFlag } from './undo.ts'
import { createWriteStandards } from './write-standards.ts'

/** Everything by which a release becomes flags of its kinds, over one service's database. */
export function createReview(options: ReviewOptions): Review {
  const { db, kinds, log, manualReview = async () => [], gapsOf = async () => [] } = options
  const models = reviewModels(db)
  const positions = createPositions(models)
  const links = createLinks(models, positions, kinds)
  const releases = createReleases(models)
  const lineages = createLineages(models)
  const plan = createPlanner(models, lineages, kinds)
  const tell = createTellings(kinds)
  const flags = createFlags({ ...options, models, releases, tell })
  const shared = { ...options, models, positions, releases, lineages, plan, tell, flags, manualReview }
  const writeStandards = createWriteStandards(models, positions)
  const { assessReleases } = createAssessor(shared)
  const { assessLate } = createLateAssessor(shared)
  const compare = createDecoder(models, lineages)
  const counted = kinds.find(isCounted)!
  const aggregates = createAggregates({ models, links, kind: counted, now: options.now })
  const bulk = createBulkActions(shared)
  const { rebuild, flagsDigest } = createRebuild({ ...shared, writeStandards })

  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }

  async function assess(): Promise<void> {
    if (await positions.rebuilding()) return log.warn({}, 'A rebuild is under way or was interrupted: run it again')
    await fillQueueFields(shared)
    try {
      await assessReleases()
    } finally {
      await assessLate()
      await bulk.finishPending()
    }
  }

  // Whoever calls while a run waits for its turn is served by that run.
  let waiting: Promise<void> | undefined
  function assessPending(): Promise<void> {
    waiting ??= inTurn(() => {
      waiting = undefined
      return assess()
    })
    return waiting
  }

  async function rebuildInTurn(input: RebuildInput) {
    // What is half done has said a part already: it is ended first. After an interrupted rebuild there is nothing to end.
    if (!(await positions.rebuilding())) await assess()
    const made = await rebuild(input)
    await assess()
    return made
  }

  return {
    models: Object.values(models),
    links,
    rules: createRules(models, positions),
    writeStandards,
    assessPending,
    preview: createPreview({
      plan,
      positions,
      outbox: options.outbox,
      countLinks: createLinkCounts({ links, positions, source: options.source }),
      compare,
      manualReview,
      gapsOf,
    }),
    ...createReleaseNews(models),
    async compareDecoder(question, { release } = {}) {
      const header = release === undefined ? null : await releases.find(release)
      return compare(question, asOf(await positions.all()), { sequence: header?.sequence })
    },
    flagsInBrief: createFlagsInBrief({ models, releases }),
    namedFlags: createNamedFlags(models),
    flagsOn: createFlagsOn(models),
    consequences: createConsequences(shared),
    openFlags: dependent =>
      models.Flag.countDocuments({ 'dependent.key': dependent, state: { $ne: 'resolved' } }).exec(),
    positions: () => positions.all(),
    rebuild: input => inTurn(() => rebuildInTurn(input)),
    flagsDigest,
    aggregates,
    aggregateRoutes(app, may) {
      aggregateLoadRoutes(app, { aggregates, may })
      weightRoutes(app, {
        weigh: createWeighing({ models, releases, links, aggregates, kind: counted }),
        kind: counted,
      })
    },
    routes: app =>
      reviewRoutes(app, {
        ...{ ...shared, bulk, moveFlag: createMoveFlag(shared), undoFlag: createUndoFlag(shared) },
        ...{ views: createSavedViews(shared), today: () => californiaDay(options.now()) },
      }),
  }
}
