import { createAssessor } from './assessor.ts'
import { createBulkActions } from './bulk-actions.ts'
import { californiaDay } from './california-day.ts'
import { createDecoder } from './decoder.ts'
import { fillQueueFields } from './fill-queue-fields.ts'
import { createFlags } from './flags.ts'
import { createFlagsInBrief } from './flags-in-brief.ts'
import { createLateAssessor } from './late-assessor.ts'
import { createLineages } from './lineages.ts'
import { createLinkCounts } from './link-counts.ts'
import { createLinks } from './links.ts'
import { reviewModels } from './models/models.ts'
import { createMoveFlag } from './move-flag.ts'
import { createPlanner } from './planner.ts'
import { createPositions } from './positions.ts'
import { createPreview } from './preview.ts'
import { createRebuild } from './rebuild.ts'
import { createReleases } from './releases.ts'
import { reviewRoutes } from './routes.ts'
import { createRules } from './rules.ts'
import { createSavedViews } from './saved-views.ts'
import type { RebuildInput, Review, ReviewOptions } from './surroundings.ts'
import { createTellings } from './tellings.ts'
import { createUndoFlag } from './undo.ts'
import { createWriteStandards } from './write-standards.ts'

/** Everything by which a release becomes flags of one kind, over one service's database. */
export function createReview(options: ReviewOptions): Review {
  const { db, kind, log, manualReview = async () => [], gapsOf = async () => [] } = options
  const models = reviewModels(db)
  const positions = createPositions(models)
  const links = createLinks(models, positions, kind)
  const releases = createReleases(models)
  const lineages = createLineages(models)
  const plan = createPlanner(models, lineages, kind)
  const tell = createTellings(kind)
  const flags = createFlags({ ...options, models, releases, tell })
  const shared = { ...options, models, positions, releases, lineages, plan, tell, flags, manualReview }
  const writeStandards = createWriteStandards(models, positions)
  const { assessReleases } = createAssessor(shared)
  const { assessLate } = createLateAssessor(shared)
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
      countLinks: createLinkCounts({ links, positions, source: options.source }),
      compare: createDecoder(models, lineages),
      manualReview,
      gapsOf,
    }),
    flagsInBrief: createFlagsInBrief({ models, releases }),
    openFlags: dependent =>
      models.Flag.countDocuments({ 'dependent.key': dependent, state: { $ne: 'resolved' } }).exec(),
    positions: () => positions.all(),
    rebuild: input => inTurn(() => rebuildInTurn(input)),
    flagsDigest,
    routes: app =>
      reviewRoutes(app, {
        ...{ ...shared, bulk, moveFlag: createMoveFlag(shared), undoFlag: createUndoFlag(shared) },
        ...{ views: createSavedViews(shared), today: () => californiaDay(options.now()) },
      }),
  }
}
