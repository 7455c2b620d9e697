import {
  Change,
  ChangeClass,
  CodeChangeKind,
  CourseCodeConsequence,
  Dependent,
  DependentKind,
  Finding,
  Impact,
  ItemRef,
  PairChange,
  ReleaseRef,
  Severity,
  Unknown,
  WithoutPair,
} from '@cte-align/contracts'
import { z } from 'zod'
import { DateWarning } from '../date-warnings.ts'

export const PreviewQuery = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(200)
    .meta({ description: 'Rows of each list on a page; fewer where they are large' }),
  cursor: z.string().min(1).max(2000).optional().meta({ description: '`next` of the page before' }),
  agency: z.enum(['ctc', 'calpads']).optional().meta({ description: 'Impacts of this agency only' }),
  severity: Severity.optional().meta({ description: 'Impacts of this severity only' }),
  kind: DependentKind.optional().meta({ description: 'Impacts on this kind of dependent only' }),
  class: ChangeClass.optional().meta({ description: 'Impacts that a change of this class has caused' }),
})

const severities = z.object({ breaking: z.int(), review: z.int(), notice: z.int() })
const AgencyView = z.object({
  impacts: z.array(Impact).meta({ description: 'A page of those that match' }),
  count: z.int().meta({ description: 'Of all, whatever was asked for' }),
  matching: z.int(),
  bySeverity: severities,
  byClass: z.record(z.string(), z.int()),
  byKind: z
    .partialRecord(DependentKind, z.int())
    .meta({ description: 'How many of them are authorizations, course codes, legal references' }),
  manualReview: z.array(Dependent),
  positions: z.record(z.string(), z.int()),
  links: z.record(z.string(), z.int()),
})
export const PairCounts = z.object({ permitted: z.int(), refused: z.int(), unknown: z.int(), kept: z.int() })

export const PreviewView = z.object({
  warnings: z.array(DateWarning).meta({ description: 'What to look at in the planned dates, as of today' }),
  release: ReleaseRef,
  changes: z.array(Change).meta({ description: 'A page of them; .../diff has all' }),
  changeCount: z.int(),
  agencies: z.object({ ctc: AgencyView, calpads: AgencyView }),
  courseCodes: z
    .object({
      items: z.array(CourseCodeConsequence),
      count: z.int(),
      byKind: z.partialRecord(CodeChangeKind, z.int()),
      sequences: z.array(Finding),
    })
    .meta({ description: 'What the changes may mean for each course code: suggested, never decided' }),
  decoder: z
    .object({
      counts: PairCounts,
      byOwner: z.array(PairCounts.extend({ owner: ItemRef, pairs: z.array(PairChange) })),
      withoutPair: z.array(WithoutPair),
      withoutPairCount: z.int(),
    })
    .meta({ description: 'Pairs of course code and authorization that would be newly permitted or refused' }),
  unknowns: z.array(Unknown).meta({ description: 'What cannot be known' }),
  notes: z.array(z.object({ code: z.string(), message: z.string() })),
  positions: z.record(z.string(), z.int()),
  digest: z.string().meta({ description: 'Of all impacts; the same on every page' }),
  next: z.string().nullable().meta({ description: 'Cursor of the next page of all lists; null on the last' }),
})
