import { type Finding, type FlagBrief, type FlagsReply, type FlagsRequest, MAX_EVENT_BYTES } from '@cte-align/contracts'
import { ofGravest } from '@cte-align/impact'
import { DISPOSITIONS, type Disposition } from './disposition.ts'
import { FLAG_ORDER } from './flag-order.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'
import type { Releases } from './releases.ts'

const ROOM = MAX_EVENT_BYTES - 1024
const STATES = { waiting: 'waiting', planned: 'assessing', assessed: 'assessed' } as const

/** The flags of a release, a page of the database at a time, for whoever writes about them. A list of any length costs one piece's memory. */
export function createFlagsInBrief({ models: { Flag }, releases }: { models: ReviewModels; releases: Releases }) {
  return async function* flagsInBrief({ release, items }: FlagsRequest): AsyncGenerator<FlagsReply> {
    const asked = new Set(items)
    const occurring = new Set<Disposition>()
    const findings = new Map<string, Finding>()
    const header = await releases.find(release)
    let flags: FlagBrief[] = []
    let size = 0
    const found = Flag.find({ 'release.id': release }, { itemKeys: 0, causes: { $slice: 1 } }).sort(FLAG_ORDER)
    for await (const flag of found.lean<FlagDoc[]>().cursor({ batchSize: 500 })) {
      if (flag.disposition !== null) occurring.add(flag.disposition)
      for (const finding of flag.findings) findings.set(`${finding.change} ${finding.pathway.id}`, finding)
      const brief = toBrief(flag, asked)
      const bytes = Buffer.byteLength(JSON.stringify(brief)) + 1
      if (flags.length > 0 && size + bytes > ROOM) {
        yield { piece: 'flags', flags }
        flags = []
        size = 0
      }
      flags.push(brief)
      size += bytes
    }
    if (flags.length > 0) yield { piece: 'flags', flags }
    for (const finding of findings.values()) yield { piece: 'findings', findings: [finding] }
    yield {
      piece: 'summary',
      state: header === null ? 'unheard' : STATES[header.state],
      positions: header?.positions ?? {},
      digest: header?.assessment?.digest ?? null,
      manualReview: header?.assessment?.manualReview ?? [],
      dispositions: [...occurring].map(disposition => ({ disposition, meaning: DISPOSITIONS[disposition].meaning })),
    }
  }
}

/** A flag's causes lie gravest first, so the first is all that is read of them. */
function toBrief(flag: FlagDoc, asked: ReadonlySet<string>): FlagBrief {
  const { _id, dependent, severity, classes, unverified, undecided, state, disposition } = flag
  return {
    ...{ id: _id, dependent, severity, classes, unverified, undecided, state, disposition },
    ...ofGravest(flag.causes),
    causes: flag.causeCount,
    items: flag.items.filter(item => asked.has(item)),
    findings: flag.findings.length,
  }
}
