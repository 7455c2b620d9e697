import {
  type Cause,
  type DependentKind,
  fingerprint,
  type Impact,
  idFrom,
  type ReleaseRef,
  type Severity,
} from '@cte-align/contracts'
import { correctedBy } from './corrections.ts'
import { CAUSES_INSIDE, type FlagCauseDoc, type FlagDoc, RANK } from './models/flag.ts'
import type { ReleaseHeaderDoc } from './models/release-header.ts'
import { queueFields } from './queue-fields.ts'

/** One flag per dependent per release, on every machine. */
export const flagId = (release: ReleaseRef, kind: DependentKind, key: string): string =>
  idFrom('flag', release.id, kind, key)

/** What a person attests by resolving: this text of this item, changed in this way. */
export const attestedText = ({ change, fingerprint: text }: Cause): string =>
  fingerprint([change.item.id, text, change.class])

/** What an impact says of its flag; the part that a new plan may change. */
export type Said = Omit<
  FlagDoc,
  | '_id'
  | 'state'
  | 'owner'
  | 'disposition'
  | 'coveredBy'
  | 'supersedes'
  | 'supersededBy'
  | 'dueSet'
  | 'dueSort'
  | 'version'
  | 'flaggedAt'
>

export type FlagHeader = Pick<
  ReleaseHeaderDoc,
  'release' | 'corrects' | 'takenBack' | 'dates' | 'sequence' | 'positions'
>

/** The flag that an impact makes, with its causes sorted and those beyond the first hundred apart. */
export function toFlag(header: FlagHeader, impact: Impact): { id: string; said: Said; beside: FlagCauseDoc[] } {
  const { dependent, severity, classes, findings } = impact
  const id = flagId(header.release, dependent.kind, dependent.key)
  const causes = [...impact.causes].sort(gravestFirst)
  const items = [...new Set(causes.map(cause => cause.change.item.id))]
  const takenBack = new Set(header.takenBack)
  const said: Said = {
    release: header.release,
    framework: header.release.framework,
    dates: header.dates,
    order: header.sequence,
    dependent,
    dependentFingerprint: fingerprint(dependent),
    severity,
    rank: RANK[severity],
    classes,
    causes: causes.slice(0, CAUSES_INSIDE),
    causeCount: causes.length,
    items,
    itemKeys: [...new Set(causes.map(cause => cause.change.item.key))],
    findings,
    unverified: causes.every(cause => cause.doubts.length > 0),
    undecided: causes.some(cause => cause.assignment === 'undecided'),
    impactFingerprint: fingerprint({ dependent, severity, classes, causes, findings }),
    corrects: correctedBy(header)?.id ?? null,
    takesBack: items.filter(item => takenBack.has(item)),
    positions: header.positions ?? {},
    ...queueFields({ dependent, severity, dates: header.dates }, causes),
  }
  const beside = causes.slice(CAUSES_INSIDE).map((cause, index) => {
    const number = CAUSES_INSIDE + index + 1
    return { _id: `${id}:${number}`, flag: id, number, cause }
  })
  return { id, said, beside }
}

function gravestFirst(a: Cause, b: Cause): number {
  return RANK[b.severity] - RANK[a.severity] || a.order - b.order || compare(a.change.id, b.change.id)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Flags by severity, and a digest: equal digests, equal flags with equal causes. */
export function summarize(release: ReleaseRef, impacts: readonly Impact[]) {
  const bySeverity: Record<Severity, number> = { breaking: 0, review: 0, notice: 0 }
  for (const { severity } of impacts) bySeverity[severity]++
  const rows = impacts.map(({ dependent, severity, causes }) => [
    flagId(release, dependent.kind, dependent.key),
    severity,
    causes.map(cause => cause.id).sort(),
  ])
  const digest = fingerprint(rows.sort(([a], [b]) => compare(String(a), String(b))))
  return { flags: impacts.length, bySeverity, digest }
}
