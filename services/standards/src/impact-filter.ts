import { ChangeClass, DependentKind, type Impact, type ImpactBrief, Severity } from '@cte-align/contracts'
import { inBrief, isSector, sectorsOf } from '@cte-align/impact'
import { z } from 'zod'
import { gravestFirst } from './papers/gather-proposal.ts'
import type { Preview } from './preview-proposal.ts'

export const AgencyName = z.enum(['ctc', 'calpads'])
export type AgencyName = z.infer<typeof AgencyName>
const YesNo = z.enum(['true', 'false']).transform(word => word === 'true')

/** The same as of flags, as far as impacts have it. */
export const ImpactFilter = z.strictObject({
  agency: AgencyName.optional(),
  severity: Severity.optional(),
  class: ChangeClass.optional(),
  kind: DependentKind.optional().meta({ description: 'Of the dependent; legal-reference: statutes and regulations' }),
  dependent: z.string().min(1).max(60).optional().meta({ description: 'CTE/R4T/ANR, EC 44260.9, or a course code' }),
  item: z.string().min(1).max(170).optional().meta({ description: 'A changed item: its id or natural key' }),
  sector: z
    .string()
    .min(1)
    .max(170)
    .optional()
    .meta({ description: 'Top-level item on the way of any of its paths: ICT, or ca-mcs-2013:ICT' }),
  unverified: YesNo.optional().meta({ description: 'Every cause rests on a doubt' }),
  undecided: YesNo.optional().meta({ description: 'After a split nobody has said where the dependent goes' }),
  findings: YesNo.optional().meta({ description: 'A sequence that breaks' }),
})
export type ImpactFilter = z.infer<typeof ImpactFilter>

export interface FoundImpact {
  agency: AgencyName
  impact: Impact
  brief: Omit<ImpactBrief, 'items'>
}

const NONE: ReadonlySet<string> = new Set()

/** The impacts of both agencies that match, gravest first. */
export function matchingImpacts({ agencies }: Preview, filter: ImpactFilter): FoundImpact[] {
  return AgencyName.options
    .filter(agency => filter.agency === undefined || filter.agency === agency)
    .flatMap(agency => agencies[agency].impacts.map(impact => ({ agency, impact })))
    .filter(({ impact }) => says(impact, filter))
    .sort((a, b) => gravestFirst(a.impact, b.impact))
    .map(({ agency, impact }) => {
      const { items: _items, ...brief } = inBrief(impact, NONE)
      return { agency, impact, brief }
    })
    .filter(({ brief }) => stands(brief, filter))
}

function says({ severity, classes, dependent, causes }: Impact, filter: ImpactFilter): boolean {
  const { item, sector } = filter
  if (filter.severity !== undefined && severity !== filter.severity) return false
  if (filter.class !== undefined && !classes.includes(filter.class)) return false
  if (filter.kind !== undefined && dependent.kind !== filter.kind) return false
  if (filter.dependent !== undefined && dependent.key !== filter.dependent) return false
  if (sector !== undefined && !sectorsOf(causes).some(each => isSector(each, sector))) return false
  return item === undefined || causes.some(({ change }) => change.item.id === item || change.item.key === item)
}

const stands = ({ unverified, undecided, findings }: FoundImpact['brief'], filter: ImpactFilter): boolean =>
  (filter.unverified === undefined || unverified === filter.unverified) &&
  (filter.undecided === undefined || undecided === filter.undecided) &&
  (filter.findings === undefined || findings > 0 === filter.findings)
