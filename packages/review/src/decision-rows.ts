import { causeInWords } from '@cte-align/impact'
import type { Column } from '@cte-align/service'
import type { QueryFilter } from 'mongoose'
import { FLAG_ORDER } from './flag-order.ts'
import { toDueView } from './flag-views.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'

/** What a person fills in; empty in an export. */
export const FILLED = ['to', 'disposition', 'owner', 'due', 'reason'] as const

/** A row for each flag: what it binds to, what a person reads, what a person fills in. No two headings read alike. */
export const DECISION_COLUMNS = {
  flag: 'flag',
  version: 'version',
  seen: 'text seen',
  dependent: 'dependent',
  title: 'title',
  severity: 'severity',
  change: 'change in words',
  causes: 'causes',
  dueNow: 'due now',
  stateNow: 'state now',
  ownerNow: 'owner now',
  dispositionNow: 'disposition now',
  release: 'release',
  to: 'to',
  disposition: 'disposition',
  owner: 'owner',
  due: 'due',
  reason: 'reason',
} as const

/** Only these are read back; the others are for people. */
export const READ_COLUMNS: Record<'flag' | 'version' | 'seen' | (typeof FILLED)[number], Column> = {
  flag: { headings: [DECISION_COLUMNS.flag] },
  version: { headings: [DECISION_COLUMNS.version] },
  seen: { headings: [DECISION_COLUMNS.seen] },
  to: { headings: [DECISION_COLUMNS.to] },
  disposition: { headings: [DECISION_COLUMNS.disposition] },
  owner: { headings: [DECISION_COLUMNS.owner] },
  due: { headings: [DECISION_COLUMNS.due] },
  reason: { headings: [DECISION_COLUMNS.reason] },
}

/**
 * Streams. A version is written `v3` and a fingerprint with a word before it: a spreadsheet takes neither for a number. What is
 * superseded is left out, since nobody can decide on it.
 */
export async function* decisionRows({ Flag }: ReviewModels, query: QueryFilter<FlagDoc>, today: string) {
  const where = { $and: [query, { disposition: { $ne: 'superseded' as const } }] }
  const found = Flag.find(where, { causes: { $slice: 1 }, items: 0, itemKeys: 0 }).sort(FLAG_ORDER)
  for await (const flag of found.lean<FlagDoc[]>().cursor()) yield toRow(flag, today)
}

function toRow(flag: FlagDoc, today: string): Record<keyof typeof DECISION_COLUMNS, string | number> {
  const { dependent, severity, causeCount, state, owner, disposition, release } = flag
  const due = toDueView(flag, today)
  return {
    ...{ flag: flag._id, version: `v${flag.version}`, seen: seenCell(flag.impactFingerprint) },
    ...{ dependent: dependent.key, title: dependent.title, severity, change: causeInWords(flag.causes[0]!) },
    ...{ causes: causeCount, dueNow: due.day ?? due.state, stateNow: state, ownerNow: owner ?? '' },
    ...{ dispositionNow: disposition ?? '', release: release.id },
    ...{ to: '', disposition: '', owner: '', due: '', reason: '' },
  }
}

export const seenCell = (print: string): string => `text ${print}`
