import type { GrandfatheringRule, HolderDocument, HolderDoubt } from '@cte-align/contracts'
import { authorizationKey } from '../decoder/decoder-table.ts'
import type { CompiledDecoder, HolderRule } from './holder-decoder.ts'
import { isSectorDocument, relationOf } from './holder-document.ts'

type Part = 'same' | 'other' | 'missing' | 'gap' | 'any'

/** How a document meets a rule: null where it does not. Without a doubt it is admitted. */
export interface Match {
  doubts: HolderDoubt[]
  why: string
}

const isGap = (code: string | null): boolean => code === null || code === '' || code === '_'

function partOf(wanted: string | null, held: string | null): Part {
  if (isGap(wanted)) return 'gap'
  if (wanted === '*') return held === 'NONE' ? 'other' : held === null ? 'missing' : 'any'
  if (held === null) return 'missing'
  return held === wanted ? 'same' : 'other'
}

/** Document, authorization and subject must all agree: of a sector's rule, a holder of another sector is no holder. */
export function matchRule(held: HolderDocument, rule: HolderRule, decoder: CompiledDecoder): Match | null {
  const parts = [
    partOf(rule.documentCode, held.documentCode),
    partOf(rule.authorizationCode, held.authorizationCode),
    partOf(rule.subjectCode, held.subjectCode),
  ] as const
  const [document, , subject] = parts
  const key = authorizationKey(held)
  if (!parts.includes('other')) return byCodes(held, rule, { parts, key, decoder })
  if (decoder.areTwins(key, authorizationKey(rule)))
    return matched(
      rule,
      ['inferred-twin'],
      `${key} and ${authorizationKey(rule)} differ by an examination; that both count alike is inferred`,
    )
  const like = document === 'other' && rule.kind !== 'other' && (subject === 'same' || subject === 'any')
  if (like && isSectorDocument(held, decoder) !== undefined && isSectorRule(rule, decoder))
    return matched(
      rule,
      ['other-document', ...(subject === 'any' ? (['wildcard'] as const) : [])],
      `the subject is the rule's, the document is not: no rule names ${held.documentCode}, and that it counts like ${rule.documentCode} is inferred`,
    )
  return null
}

const isSectorRule = ({ kind, documentCode }: HolderRule, decoder: CompiledDecoder): boolean =>
  kind === 'sector' || kind === 'wildcard' || decoder.sectorDocument(documentCode) !== undefined

function byCodes(
  held: HolderDocument,
  rule: HolderRule,
  { parts, key, decoder }: { parts: readonly Part[]; key: string; decoder: CompiledDecoder },
): Match {
  const doubts: HolderDoubt[] = []
  const whys: string[] = []
  const doubt = (name: HolderDoubt, why: string) => {
    doubts.push(name)
    whys.push(why)
  }
  if (parts.includes('gap')) doubt('rule-gap', 'the rule leaves a code blank')
  if (parts.includes('missing')) doubt('code-missing', `the document is known as ${key} only`)
  if (rule.subjectCode === '*') {
    const sector = decoder.subjects.get(held.subjectCode ?? '')
    const issued =
      sector === undefined ? 'is no sector that is listed here' : sector.ended ? 'is no longer issued' : 'is one'
    doubt(
      'wildcard',
      `the rule admits any currently issued sector in free words, and ${held.subjectCode ?? 'the subject'} ${issued}`,
    )
  }
  if (decoder.authorization(key)?.gaps.includes('unverified'))
    doubt('unverified-authorization', `nobody has checked ${key} at its source`)
  if (rule.kind !== 'other' && relationOf(held, decoder) === 'supplementary_not_cte')
    doubt(
      'supplementary',
      'CTC states that supplementary and subject matter authorizations do not authorize a CTE sector',
    )
  return matched(rule, doubts, whys.length === 0 ? 'document, authorization and subject agree' : whys.join('; '))
}

function matched(rule: HolderRule, doubts: HolderDoubt[], why: string): Match {
  if (rule.verified) return { doubts, why }
  return { doubts: [...doubts, 'unverified-rule'], why: `${why}; nobody has checked the rule at its source` }
}

/** In which codes they differ, for people. */
export function differs(held: HolderDocument, rule: HolderRule): string {
  const parts: string[] = []
  if (partOf(rule.documentCode, held.documentCode) === 'other') parts.push('document')
  if (partOf(rule.authorizationCode, held.authorizationCode) === 'other') parts.push('authorization')
  if (partOf(rule.subjectCode, held.subjectCode) === 'other') parts.push('subject')
  return parts.join(', ')
}

export type Kept =
  | { finding: 'keeps' | 'keeps-with-doubt'; doubts: HolderDoubt[]; why: string }
  | { finding: 'held-too-late' | 'ended'; doubts: []; why: string }

/** What a grandfathering rule says of a document on a day; null where it is about another authorization. */
export function matchGrandfathering(
  held: HolderDocument,
  rule: GrandfatheringRule,
  { day, decoder }: { day: string; decoder: CompiledDecoder },
): Kept | null {
  const key = authorizationKey(held)
  const doubts: HolderDoubt[] = []
  const [document, authorization, subject] = rule.authorization.split('/') as [string, string, string]
  const codes = [
    partOf(document, held.documentCode),
    partOf(authorization, held.authorizationCode),
    subject === '*' ? 'any' : partOf(subject, held.subjectCode),
  ]
  if (codes.includes('other')) {
    if (!decoder.areTwins(key, rule.authorization)) return null
    doubts.push('inferred-twin')
  } else if (codes.includes('missing')) doubts.push('code-missing')
  const { through, before, date } = rule
  if (through !== null && day > through) return { finding: 'ended', doubts: [], why: `it held through ${through} only` }
  const since = date === 'issued' ? held.issued : held.added
  const word = date === 'issued' ? 'issued' : 'added to the document'
  if (since !== null && since >= before)
    return { finding: 'held-too-late', doubts: [], why: `${word} on ${since}, not before ${before}` }
  if (since === null) doubts.push('date-unknown')
  if (!rule.provenance.verified) doubts.push('unverified-grandfathering')
  const when = since === null ? `nobody says when it was ${word}` : `${word} on ${since}, before ${before}`
  return { finding: doubts.length === 0 ? 'keeps' : 'keeps-with-doubt', doubts, why: when }
}
