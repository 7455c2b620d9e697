import type {
  DecoderComparison,
  DecoderQuestion,
  Dependent,
  DependentKey,
  ItemRef,
  KeptPairs,
  Link,
  PairChange,
  PairDoubt,
  RuleEdge,
  WithoutPair,
} from '@cte-align/contracts'
import { type After, placesAfter } from './decoder-places.ts'
import { compareKeys, compareText } from './natural-order.ts'

/** All links of the course codes and authorizations concerned, all rules of those course codes, and who hangs on the new owners. */
export type DecoderRecords = { links: readonly Link[]; rules: readonly RuleEdge[] }

type Place = { link: Link; owner: ItemRef; after: After }
type Pair = { courseCode: Dependent; authorization: Dependent; rule: string; doubt: PairDoubt | null }
type Ruled = { pairs: Map<string, Omit<Pair, 'courseCode'>>; wildcards: RuleEdge[] }

/**
 * Which pairs of course code and authorization the decoder would newly admit or no longer admit if it followed the moved
 * items (docs/decisions.md, "the decoder comparison"). Pure and total; the order of links and rules does not matter, nor
 * do those that no move concerns. A pair is `unknown`, with the reason, wherever it would have to be guessed.
 */
export function compareDecoder(question: DecoderQuestion, { links, rules }: DecoderRecords): DecoderComparison {
  const places = placesOf(question, links)
  const kept = new Map<string, KeptPairs>()
  const all: PairChange[] = []
  const without: WithoutPair[] = []
  for (const [key, ruled] of byCourseCode(rules)) {
    const courseCode = places.dependent({ kind: 'course-code', key })
    if (courseCode === undefined) continue
    const changes = new Map<string, PairChange>()
    let lost = 0
    for (const each of ruled.pairs.values()) {
      const pair = { ...each, courseCode }
      const verdict = judge(pair, places, ruled.wildcards)
      if (verdict === null) continue
      if (verdict === 'kept') countKept(kept, ownerOf(places, pair))
      else {
        lost++
        changes.set(verdict.authorization.key, verdict)
      }
      for (const fresh of permitted(pair, places, ruled))
        if (changes.get(fresh.authorization.key)?.outcome !== 'permitted') changes.set(fresh.authorization.key, fresh)
    }
    const outcomes = Array.from(changes.values(), ({ outcome }) => outcome)
    const certain = ruled.pairs.size + ruled.wildcards.length - lost + count(outcomes, 'permitted')
    if (lost > 0 && certain === 0) without.push({ courseCode, certain: count(outcomes, 'unknown') === 0 })
    all.push(...changes.values())
  }
  return {
    pairs: all.sort(byPair),
    kept: [...kept.values()].sort((a, b) => compareText(a.owner.id, b.owner.id)),
    withoutPair: without,
  }
}

/** Null where no move concerns the pair, nor any where it rests on no owner at all (single subjects, which hang on no item). */
function judge(pair: Pair, places: Places, wildcards: readonly RuleEdge[]): PairChange | 'kept' | null {
  const codes = places.of(pair.courseCode)
  const holders = places.of(pair.authorization)
  const bases = codes.flatMap(code =>
    holders.filter(holder => holder.owner.id === code.owner.id).map(holder => ({ code, holder })),
  )
  if (bases.every(({ code, holder }) => code.after === 'stays' && holder.after === 'stays')) return null
  if (wildcards.some(rule => pair.authorization.key.startsWith(rule.prefix!))) return 'kept'
  const meet = codes.some(code => holders.some(holder => standing(code)?.id === standing(holder)?.id && standing(code)))
  if (meet) return 'kept'
  const lost = bases.map(({ code, holder }) => loss(pair, code, holder, places))
  return lost.find(change => change.outcome === 'unknown') ?? lost[0]!
}

/** What becomes of a pair by one of the owners that it rests on, when its ends no longer meet anywhere. */
function loss(pair: Pair, code: Place, holder: Place, places: Places): PairChange {
  const { rule, courseCode, authorization } = pair
  const goes = standing(code)
  const change = { courseCode, authorization, from: code.owner, to: goes, rule }
  const unknown = (doubt: PairDoubt): PairChange => ({ ...change, outcome: 'unknown', doubt })
  if (goes === null) return unknown(doubtOf(code))
  if (holder.after !== 'stays' && holder.after.to === null && holder.after.manner === 'across')
    return unknown(holder.after.doubt!)
  const stays = goes.id === code.owner.id
  if (stays && standing(holder) === null) return unknown('authorization-without-item')
  if (!stays && places.holders(goes.id, prefixOf(authorization.key)).length === 0)
    return unknown('owner-without-authorization')
  const doubt = !code.link.verified || !holder.link.verified ? 'unverified-link' : pair.doubt
  return doubt === null ? { ...change, outcome: 'refused', doubt } : unknown(doubt)
}

/** The authorizations like the pair's own that hang where its course code goes, as far as no rule admits them today. */
function permitted(pair: Pair, places: Places, { pairs, wildcards }: Ruled): PairChange[] {
  const { courseCode, authorization, rule } = pair
  const prefix = prefixOf(authorization.key)
  const rests = new Set(places.of(authorization).map(holder => holder.owner.id))
  const going = places.of(courseCode).filter(code => rests.has(code.owner.id) && code.after !== 'stays')
  return going.flatMap(code => {
    const to = standing(code)
    if (to === null || to.id === code.owner.id) return []
    return places.holders(to.id, prefix).flatMap(({ link }) => {
      const { key } = link.dependent
      if (pairs.has(key) || wildcards.some(each => key.startsWith(each.prefix!))) return []
      const doubt = !code.link.verified || !link.verified ? 'unverified-link' : pair.doubt
      const outcome = doubt === null ? 'permitted' : 'unknown'
      return [{ courseCode, authorization: link.dependent, outcome, from: code.owner, to, rule, doubt }]
    })
  })
}

type Places = ReturnType<typeof placesOf>

function placesOf(question: DecoderQuestion, links: readonly Link[]) {
  const after = placesAfter(question)
  const byDependent = new Map<string, Place[]>()
  const byOwner = new Map<string, Place[]>()
  const dependents = new Map<string, Dependent>()
  for (const link of [...links].sort((a, b) => compareText(a.id, b.id))) {
    // Two records may describe one dependent differently: the choice must not depend on order.
    dependents.set(nameOf(link.dependent), link.dependent)
    if (link.item === null) continue
    const place: Place = { link, owner: link.lineage.at(-1) ?? link.item, after: after(link) }
    push(byDependent, nameOf(link.dependent), place)
    const there = standing(place)
    if (link.dependent.kind === 'authorization' && there !== null) push(byOwner, there.id, place)
  }
  return {
    dependent: (key: DependentKey) => dependents.get(nameOf(key)),
    of: (dependent: Dependent): readonly Place[] => byDependent.get(nameOf(dependent)) ?? [],
    /** Authorizations that hang on a top-level item after the moves, one for each document and authorization code. */
    holders: (owner: string, prefix: string): Place[] =>
      (byOwner.get(owner) ?? []).filter(({ link }) => link.dependent.key.startsWith(prefix)),
  }
}

/** Where a record hangs afterwards. An authorization whose item is gone hangs nowhere: a printed document does not change. */
function standing({ link, owner, after }: Place): ItemRef | null {
  if (after === 'stays') return owner
  return link.dependent.kind === 'authorization' && after.manner === 'gone' ? null : after.to
}

const doubtOf = ({ after }: Place): PairDoubt =>
  after === 'stays' ? 'successor-unknown' : (after.doubt ?? 'successor-unknown')

function byCourseCode(rules: readonly RuleEdge[]) {
  const found = new Map<string, Ruled>()
  for (const edge of [...rules].sort((a, b) => compareText(a.rule, b.rule))) {
    const { courseCode, authorization, prefix, rule } = edge
    const ruled: Ruled = found.get(courseCode.key) ?? { pairs: new Map(), wildcards: [] }
    found.set(courseCode.key, ruled)
    if (prefix !== null) ruled.wildcards.push(edge)
    if (authorization === null) continue
    const doubt = edge.inferred ? 'inferred-twin' : edge.verified ? null : 'unverified-rule'
    const known = ruled.pairs.get(authorization.key)
    // Of several rules for one pair the surest counts.
    if (known === undefined || (known.doubt !== null && doubt === null))
      ruled.pairs.set(authorization.key, { authorization, rule, doubt })
  }
  return new Map([...found].sort(([a], [b]) => compareKeys(a, b)))
}

function ownerOf(places: Places, { courseCode, authorization }: Pair): ItemRef {
  const owners = new Set(places.of(authorization).map(holder => holder.owner.id))
  return places.of(courseCode).find(code => owners.has(code.owner.id))!.owner
}

function countKept(kept: Map<string, KeptPairs>, owner: ItemRef): void {
  kept.set(owner.id, { owner, count: (kept.get(owner.id)?.count ?? 0) + 1 })
}

const count = (outcomes: readonly string[], wanted: string): number => outcomes.filter(each => each === wanted).length

/** `CTE/R4T/` of `CTE/R4T/ANR`. */
const prefixOf = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1)
const nameOf = ({ kind, key }: DependentKey): string => `${kind} ${key}`

const byPair = (a: PairChange, b: PairChange): number =>
  compareKeys(a.courseCode.key, b.courseCode.key) || compareKeys(a.authorization.key, b.authorization.key)

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [value])
  else known.push(value)
}
