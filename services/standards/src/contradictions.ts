import type { ItemRef } from '@cte-align/contracts'
import { type CrosswalkDoc, type RelationDoc, STANDING } from './crosswalk.ts'
import { problem } from './errors.ts'
import type { Models } from './models.ts'

export interface Claim {
  /** Null for one that is not written yet. */
  id: string | null
  from: ItemRef
  to: ItemRef | null
}

/** "No counterpart" and a counterpart cannot both stand: the pairs of claims of one crosswalk that contradict each other. */
export function contradictions(
  claims: readonly Claim[],
  standing: readonly Claim[],
): { claim: Claim; against: Claim }[] {
  const nones = new Map<string, Claim>()
  const mapped = new Map<string, Claim>()
  const note = ({ from, to }: Claim, claim: Claim) => {
    if (to === null) nones.set(from.id, claim)
    else for (const end of [from, to]) mapped.set(end.id, claim)
  }
  for (const each of [...standing, ...claims]) note(each, each)
  return claims.flatMap(claim => {
    const ends = claim.to === null ? [] : [claim.from, claim.to]
    const against = claim.to === null ? mapped.get(claim.from.id) : ends.map(end => nones.get(end.id)).find(Boolean)
    return against === undefined ? [] : [{ claim, against }]
  })
}

/** Refuses claims that contradict what stands in the crosswalk, or each other. `except`: relations that go at the same time. */
export async function refuseContradictions(
  { Relation }: Pick<Models, 'Relation'>,
  crosswalk: Pick<CrosswalkDoc, '_id'>,
  claims: Claim[],
  {
    except = [],
    session = null,
  }: { except?: string[]; session?: Parameters<ReturnType<Models['Relation']['find']>['session']>[0] } = {},
): Promise<void> {
  const ends = claims.flatMap(({ from, to }) => [from.id, ...(to === null ? [] : [to.id])])
  const found = await Relation.find({
    crosswalk: crosswalk._id,
    ...STANDING,
    _id: { $nin: [...except, ...claims.flatMap(({ id }) => (id === null ? [] : [id]))] },
    $or: [{ 'from.id': { $in: ends } }, { 'to.id': { $in: ends } }],
  })
    .session(session)
    .lean<RelationDoc[]>()
  const [first] = contradictions(
    claims,
    found.map(doc => ({ id: doc._id, from: doc.from, to: doc.to })),
  )
  if (first === undefined) return
  throw problem('CTE_RELATION_CONTRADICTS', { claim: inWords(first.claim), against: inWords(first.against) })
}

export const inWords = ({ from, to }: Pick<Claim, 'from' | 'to'>): string => `${from.key} -> ${to?.key ?? 'none'}`
