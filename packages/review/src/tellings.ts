import type { Actor, DependentKind, ReleaseRef } from '@cte-align/contracts'
import type { NewEvent } from '@cte-align/service'
import type { FlagDoc } from './models/flag.ts'
import type { AssessmentSummary, ReleaseHeaderDoc } from './models/release-header.ts'
import type { Kinds } from './surroundings.ts'

/** Where an event comes from: what it belongs to, and who or what brought it about. */
export interface Origin {
  correlation: string
  /** Whoever asked for it. Null for what follows from a release: its event, the causation, says who published it. */
  by: Actor | null
  causation?: string | undefined
}

const CTC = {
  resolved: 'cte.ctc.flag.resolved',
  reopened: 'cte.ctc.flag.reopened',
  assessed: 'cte.ctc.release.assessed',
} as const
const CALPADS = {
  resolved: 'cte.calpads.flag.resolved',
  reopened: 'cte.calpads.flag.reopened',
  assessed: 'cte.calpads.release.assessed',
} as const
const TYPES = {
  authorization: { flagged: 'cte.ctc.authorization.flagged', ...CTC },
  'legal-reference': { flagged: 'cte.ctc.legal-reference.flagged', ...CTC },
  'course-code': { flagged: 'cte.calpads.course-code.flagged', ...CALPADS },
} as const satisfies Record<DependentKind, object>

/** Of what an assessment says. */
export const originOf = ({ event, correlation }: Pick<ReleaseHeaderDoc, 'event' | 'correlation'>): Origin => ({
  ...{ correlation, by: null, causation: event },
})

/** What a service says of its flags, in the words of its agency. Subjects end in the framework. */
export function createTellings([first]: Kinds) {
  const { assessed } = TYPES[first]
  const frame = (release: ReleaseRef, { correlation, by, causation }: Origin) => ({
    key: release.framework,
    by,
    correlationid: correlation,
    ...(causation !== undefined && { causationid: causation }),
  })
  return {
    assessedType: assessed,
    flagged: (flag: FlagDoc, origin: Origin): NewEvent => ({
      type: TYPES[flag.dependent.kind].flagged,
      subject: flag.dependent.key,
      ...frame(flag.release, origin),
      data: {
        flag: flag._id,
        release: flag.release,
        dependent: flag.dependent,
        severity: flag.severity,
        classes: flag.classes,
        causes: flag.causeCount,
        state: flag.state,
        ...(flag.supersedes != null && { supersedes: flag.supersedes }),
      },
    }),
    moved: (flag: FlagDoc, to: 'resolved' | 'reopened', reason: string, origin: Origin): NewEvent => ({
      type: TYPES[flag.dependent.kind][to],
      subject: flag.dependent.key,
      ...frame(flag.release, origin),
      data: {
        flag: flag._id,
        release: flag.release,
        dependent: flag.dependent,
        disposition: flag.disposition,
        reason,
        ...(flag.supersededBy != null && { supersededBy: flag.supersededBy }),
      },
    }),
    assessed: (
      header: Pick<ReleaseHeaderDoc, 'release' | 'event' | 'correlation'>,
      said: AssessmentSummary,
    ): NewEvent => ({
      type: assessed,
      subject: header.release.id,
      ...frame(header.release, originOf(header)),
      data: { release: header.release, ...said },
    }),
  }
}
export type Tellings = ReturnType<typeof createTellings>
