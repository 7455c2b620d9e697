// Impacts in the words of the services: of a proposal as a preview tells them, of a release as the flags say them.
import type { Item, Query } from '@cte-align/client'
import type { FlagAgency } from '../../paths.ts'

type Previewed = Item<'standards', '/proposals/{id}/impacts/causes', 'get'>
type Flagged = Item<'credentials', '/flags/causes', 'get'>

export type ImpactQuery = Query<'standards', '/proposals/{id}/impacts/causes', 'get'>
export type Dependent = Previewed['dependent']
export type Cause = Previewed['causes'][number]
export type Path = Cause['paths'][number]
export type Step = Path['steps'][number]
export type Change = Cause['change']
export type ItemRef = Change['item']
export type Finding = Previewed['findings'][number]
export type Severity = Previewed['severity']

/** What a change does to one dependent, with every cause that is shown. */
export interface Hit extends Omit<Previewed, 'agency'> {
  agency: FlagAgency
  /** Of a release: the flag that waits for somebody. */
  flag: { id: string; state: Flagged['state'] } | null
}

export const hitOfFlag = (agency: FlagAgency, flag: Flagged): Hit => ({
  ...{ agency, dependent: flag.dependent, severity: flag.severity, classes: flag.classes, sectors: flag.sectors },
  ...{ unverified: flag.unverified, undecided: flag.undecided, findings: flag.findings },
  ...{ causeCount: flag.causeCount, causes: flag.causes, flag: { id: flag.id, state: flag.state } },
})

export const hitOfImpact = (impact: Previewed): Hit => ({ ...impact, flag: null })
