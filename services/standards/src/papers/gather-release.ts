import { allDates, californiaDay } from '@cte-align/contracts'
import type { App } from '../app.ts'
import type { ReleaseDoc } from '../release.ts'
import type { ReleaseChangeDoc } from '../release-change.ts'
import { releaseWarnings } from '../release-warnings.ts'
import { askFlags } from './ask-flags.ts'
import { gatherComments, told } from './gather-beside.ts'
import { gatherChanges } from './gather-changes.ts'
import { sectorsOf } from './gather-proposal.ts'
import type { AgencyData, PaperData } from './paper-data.ts'
import { signOffInWords } from './sign-off-words.ts'

type Parts = Pick<App, 'models' | 'comments' | 'frameworks' | 'trees' | 'proposals' | 'bus' | 'outbox' | 'now'>

/** What a release has changed, and the flags it made as their owners have them at this moment. Writes nothing. */
export async function gatherRelease(release: ReleaseDoc, parts: Parts, correlationId: string): Promise<PaperData> {
  const { models, frameworks, trees, proposals, bus, outbox, now } = parts
  const base = await trees.at(release.framework, release.base)
  const proposed = await trees.at(release.framework, release.number)
  const stored = await models.ReleaseChange.find({ release: release._id }, { change: 1 })
    .sort({ number: 1 })
    .lean<Pick<ReleaseChangeDoc, 'change'>[]>()
  const changes = gatherChanges(
    stored.map(({ change }) => change),
    { base, proposed },
  )
  const items = [...new Set(changes.shown.map(({ item }) => item.id))]
  const ask = (whose: Pick<AgencyData, 'agency' | 'service'>) =>
    askFlags(bus, whose, { release: release._id, items }, correlationId)
  const [ctc, calpads] = await Promise.all([
    ask({ agency: 'CTC', service: 'credentials' }),
    ask({ agency: 'CALPADS', service: 'course-codes' }),
  ])
  const framework = await frameworks.get(release.framework)
  const proposal = await proposals.get(release.proposal)
  const over = release.over ?? null
  return {
    of: {
      kind: 'release',
      id: release._id,
      proposal: release.proposal,
      publishedOn: californiaDay(release.publishedAt!),
      reason: release.reason,
      digest: release.digest!,
    },
    title: release.title,
    description: proposal.description,
    framework: { key: framework._id, title: framework.title },
    release: { id: release._id, framework: release.framework, number: release.number },
    dates: allDates(release.dates),
    warnings: told(await releaseWarnings(release, models)),
    corrects: release.corrects ?? null,
    equity: proposal.equity,
    ties: proposal.ties,
    changes,
    agencies: { ctc, calpads },
    signOffs: [
      signOffInWords('CDE', proposal.approval, { lapsed: null, needed: true }),
      ...(['CTC', 'CALPADS'] as const).map(agency => {
        const passed = over?.agencies.find(each => each.agency === agency)
        const lapsed = passed !== undefined && passed.decision !== null && passed.decision !== 'object'
        return signOffInWords(agency, proposal.signOffs[agency], {
          lapsed: lapsed ? 'it was given for another revision, or for other impacts' : null,
          needed: passed !== undefined,
        })
      }),
    ],
    over: over && { reason: over.reason, agencies: over.agencies.map(({ agency }) => agency) },
    sectors: {
      ...{ framework: release.framework, release: release.base },
      ...{ before: sectorsOf(base), after: sectorsOf(proposed) },
    },
    crosswalks: await draftsOnTheWayOf(release._id, parts),
    decoder: null,
    suggested: null,
    unknowns: [],
    comments: await gatherComments(proposal, parts),
    madeAt: now(),
    position: await outbox.last(),
  }
}

/** As the crosswalk stood when the release was published. */
async function draftsOnTheWayOf(release: string, { models }: Pick<App, 'models'>): Promise<string[]> {
  const rows = await models.ReleaseChange.aggregate<{ _id: string }>([
    { $match: { release } },
    { $project: { 'reach.path': 1 } },
    { $unwind: '$reach' },
    { $unwind: '$reach.path' },
    { $match: { 'reach.path.edge': 'across', 'reach.path.state': { $ne: 'accepted' } } },
    { $group: { _id: '$reach.path.crosswalk' } },
  ])
  return rows.map(({ _id }) => _id).sort()
}
