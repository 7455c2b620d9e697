import { authorizationKey, type DecoderAuthorization, ruleKey } from '@cte-align/impact'
import type { Decoder } from './decoder-sides.ts'

/** What a comparison of two sides has to know of each. */
export type ComparedSide = Omit<Decoder, 'authorizations' | 'grandfathering'> & {
  authorizations: readonly DecoderAuthorization[]
}

/**
 * Both sides with the authorizations that an edition's own rules name and the catalogue does not list: CTC publishes them, so they
 * are issued, on either side. Rules of general education course codes name many of those. What only the decoder in force names
 * stays a rule that nothing satisfies. Pure.
 */
export function withNamedAuthorizations(from: ComparedSide, to: ComparedSide): [ComparedSide, ComparedSide] {
  const known = new Set([...from.authorizations, ...to.authorizations].map(authorizationKey))
  const named = new Map<string, DecoderAuthorization>()
  for (const { side, rules } of [from, to])
    if (side.startsWith('edition:'))
      for (const rule of rules)
        if (rule.subjectCode !== '*') named.set(ruleKey(rule), { ...codesOf(rule), twinOf: null })
  const added = [...named].flatMap(([key, each]) => (known.has(key) ? [] : [each]))
  return [
    { ...from, authorizations: [...from.authorizations, ...added] },
    { ...to, authorizations: [...to.authorizations, ...added] },
  ]
}

const codesOf = ({ documentCode, authorizationCode, subjectCode }: Decoder['rules'][number]) => ({
  ...{ documentCode, authorizationCode, subjectCode },
})
