import type { AssignmentRule, ComparedSide } from '@cte-align/contracts'
import { compareKeys } from '../natural-order.ts'
import {
  type AdmittedPair,
  admittedPairs,
  type DecoderTable,
  holdersOf,
  mayMean,
  type UnreadRow,
} from './decoder-table.ts'

/** A rule as a side says it: in one row, or in several that differ in type or condition. */
export interface SaidRule {
  rule: AssignmentRule
  /** "Full", or "Full, if …". */
  words: string
  verified: boolean
  /** Nothing issued satisfies it. */
  empty: boolean
}

/** What a side says of a pair; `unknown` with the reason in words. */
export type PairStanding =
  | { is: 'admitted'; pair: AdmittedPair; verified: boolean }
  | { is: 'absent' }
  | { is: 'unknown'; why: string; verified: boolean }

export type ComparedDecoder = ReturnType<typeof comparedDecoder>

/** One side of a comparison, made ready to be asked. */
export function comparedDecoder(table: DecoderTable) {
  const { rules, authorizations, title, unread = [], doubts = [] } = table
  const holders = holdersOf(authorizations)
  const pairs = admittedPairs(table)
  const rulesByCode = new Map(
    [...Map.groupBy(rules, rule => rule.courseCode)].map(([code, some]) => [code, saidRules(some)] as const),
  )
  const unreadByCode = Map.groupBy(unread, row => row.courseCode)
  const doubtsByCode = new Map(
    [...Map.groupBy(doubts, each => each.courseCode)].map(
      ([code, some]) => [code, new Map(some.map(each => [each.authorization, each.doubt]))] as const,
    ),
  )

  function saidRules(some: readonly AssignmentRule[]): Map<string, SaidRule> {
    const byId = Map.groupBy(some, rule => rule.id)
    return new Map(
      [...byId].map(([id, rows]) => {
        const words = [...new Set(rows.map(inWords))].sort().join(' or ')
        const verified = rows.every(row => row.verified)
        return [id, { rule: rows[0]!, words, verified, empty: holders(rows[0]!).length === 0 }] as const
      }),
    )
  }

  const rulesOf = (code: string): ReadonlyMap<string, SaidRule> => rulesByCode.get(code) ?? new Map()
  const pairsOf = (code: string): ReadonlyMap<string, AdmittedPair> => pairs.get(code) ?? new Map()
  const doubtsOf = (code: string): ReadonlyMap<string, string> => doubtsByCode.get(code) ?? new Map()
  /** A row that may stand for this key: what it leaves blank, nobody knows. */
  const unreadFor = (code: string, key: string): UnreadRow | undefined =>
    unreadByCode.get(code)?.find(row => mayMean(row, key))
  const has = (code: string): boolean => rulesByCode.has(code) || unreadByCode.has(code)

  return {
    title,
    has,
    rulesOf,
    codes: (): string[] => [...new Set([...rulesByCode.keys(), ...unreadByCode.keys(), ...doubtsByCode.keys()])],
    /** Authorizations of which something is said beside this course code. */
    named: (code: string): string[] => [...pairsOf(code).keys(), ...doubtsOf(code).keys()],
    unreadFor,
    standing(code: string, authorization: string): PairStanding {
      const pair = pairsOf(code).get(authorization)
      const verified = pair === undefined || pair.rules.some(id => rulesOf(code).get(id)!.verified)
      const doubt = doubtsOf(code).get(authorization)
      if (doubt !== undefined) return { is: 'unknown', why: `${title} leaves it in doubt (${doubt})`, verified }
      if (pair !== undefined) return { is: 'admitted', pair, verified }
      const row = unreadFor(code, authorization)
      return row === undefined ? { is: 'absent' } : { is: 'unknown', why: notSaid(row, title), verified: true }
    },
    /** Pairs that neither rest on an examination twin, which is inferred, nor are in doubt. */
    certain: (code: string): number =>
      [...pairsOf(code).values()].filter(({ by, authorization }) => by !== 'twin' && !doubtsOf(code).has(authorization))
        .length,
    inNumbers(): ComparedSide {
      const all = [...rulesByCode.values()].flatMap(some => [...some.values()])
      const wildcards = all.filter(({ rule }) => rule.subjectCode === '*').map(({ rule }) => rule.id)
      return {
        title,
        courseCodes: new Set([...rulesByCode.keys(), ...unreadByCode.keys()]).size,
        rules: all.length,
        pairs: [...pairs.values()].reduce((sum, some) => sum + some.size, 0),
        wildcards: wildcards.sort(compareKeys),
        empty: all.filter(({ empty }) => empty).length,
        unread: { rows: unread.length, courseCodes: [...unreadByCode.keys()].sort(compareKeys) },
        doubtful: [...doubtsByCode.values()].reduce((sum, some) => sum + some.size, 0),
      }
    },
  }
}

const inWords = ({ authType, condition }: AssignmentRule): string =>
  condition === null ? authType : `${authType}, “${condition}”`

/** "row 12 of the edition of 2023 does not say it (document-blank)". */
export const notSaid = ({ row, gaps }: UnreadRow, title: string): string =>
  `${row === null ? 'a row' : `row ${row}`} of ${title} does not say who (${gaps.join(', ')})`
