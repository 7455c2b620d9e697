import { allDates, californiaDay, type Impact } from '@cte-align/contracts'
import { compareSeverity, inBrief } from '@cte-align/impact'
import type { App } from '../app.ts'
import { draftRelease } from '../draft-release.ts'
import type { AgencyPreview } from '../preview-proposal.ts'
import type { ProposalDoc } from '../proposal.ts'
import { standsOf } from '../sign-offs.ts'
import { draftsOnTheWay } from './drafts-on-the-way.ts'
import { createFold } from './fold.ts'
import { gatherComments, gatherDecoder, gatherUnknowns, gatherWarnings } from './gather-beside.ts'
import { gatherChanges } from './gather-changes.ts'
import type { AgencyData, Changes, PaperData } from './paper-data.ts'
import { signOffInWords } from './sign-off-words.ts'

type Parts = Pick<App, 'models' | 'comments' | 'frameworks' | 'trees' | 'heads' | 'previewNow' | 'outbox' | 'now'>

/** What a proposal would do, as the preview says at this moment. Writes nothing. */
export async function gatherProposal(proposal: ProposalDoc, parts: Parts, correlationId: string): Promise<PaperData> {
  const { frameworks, trees, heads, previewNow, outbox, now } = parts
  const preview = await previewNow(proposal, correlationId)
  const draft = await draftRelease(proposal, trees, heads)
  const changes = gatherChanges(draft.changes, draft)
  const { ctc, calpads } = preview.agencies
  const framework = await frameworks.get(proposal.framework)
  const schedule = proposal.schedule?.over ?? null
  return {
    of: {
      kind: 'proposal',
      id: proposal._id,
      revision: proposal.revision,
      state: proposal.state,
      base: proposal.base,
      digest: preview.digest,
      became: proposal.release,
      withdrawn: proposal.withdrawn?.reason ?? null,
    },
    title: proposal.title,
    description: proposal.description,
    framework: { key: framework._id, title: framework.title },
    release: draft.release,
    dates: allDates(proposal.dates),
    warnings: await gatherWarnings(proposal, parts, californiaDay(now())),
    corrects: proposal.corrects,
    equity: proposal.equity,
    ties: proposal.ties,
    changes,
    agencies: {
      ctc: folded({ agency: 'CTC', service: 'credentials' }, ctc, changes),
      calpads: folded({ agency: 'CALPADS', service: 'course-codes' }, calpads, changes),
    },
    signOffs: standsOf(proposal, preview).map(({ agency, standing, signOff, why }) =>
      signOffInWords(agency, standing === 'not-needed' ? null : signOff, {
        lapsed: standing === 'lapsed' ? why : null,
        needed: standing !== 'not-needed',
      }),
    ),
    over: schedule && { reason: schedule.reason, agencies: schedule.agencies.map(({ agency }) => agency) },
    sectors: {
      ...{ framework: framework._id, release: proposal.base },
      ...{ before: sectorsOf(draft.base), after: sectorsOf(draft.proposed) },
    },
    crosswalks: draftsOnTheWay([...ctc.impacts, ...calpads.impacts].flatMap(({ causes }) => causes)),
    decoder: gatherDecoder(preview),
    suggested: new Map(preview.courseCodes.map(({ courseCode, suggested }) => [courseCode.key, suggested])),
    unknowns: gatherUnknowns(preview),
    comments: await gatherComments(proposal, parts),
    madeAt: now(),
    position: await outbox.last(),
  }
}

export const sectorsOf = ({ items }: { items: ReadonlyMap<string, { kind: string; status: string }> }): number => {
  let sectors = 0
  for (const { kind, status } of items.values()) if (kind === 'sector' && status === 'active') sectors++
  return sectors
}

function folded(whose: Pick<AgencyData, 'agency' | 'service'>, preview: AgencyPreview, changes: Changes): AgencyData {
  const { impacts, manualReview, positions } = preview
  const items = new Set(changes.shown.map(({ item }) => item.id))
  const fold = createFold(whose)
  for (const impact of [...impacts].sort(gravestFirst)) fold.add({ ...inBrief(impact, items), flag: null })
  const findings = new Map(
    impacts.flatMap(impact => impact.findings.map(each => [`${each.change} ${each.pathway.id}`, each] as const)),
  )
  return fold.end({
    state: 'preview',
    findings: [...findings.values()],
    manualReview,
    positions,
    meanings: new Map(),
  })
}

/** As lists of flags are sorted. */
export const gravestFirst = (a: Impact, b: Impact): number =>
  compareSeverity(b.severity, a.severity) || (a.dependent.key < b.dependent.key ? -1 : 1)
