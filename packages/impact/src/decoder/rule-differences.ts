import type { DecoderDifference, DifferenceOutcome } from '@cte-align/contracts'
import { compareKeys } from '../natural-order.ts'
import type { DifferenceContext } from './compare-decoders.ts'
import { notSaid, type SaidRule } from './compared-decoder.ts'
import { ruleKey } from './decoder-table.ts'

/** Rules that come, go, say something else, or that nothing issued satisfies any more, or nothing did. */
export function ruleDifferences(context: DifferenceContext): DecoderDifference[] {
  const { from, to, courseCode, sectors } = context
  const [olds, news] = [from.rulesOf(courseCode), to.rulesOf(courseCode)]
  const ids = [...new Set([...olds.keys(), ...news.keys()])].sort(compareKeys)
  return ids.flatMap(id => {
    const [old, fresh] = [olds.get(id), news.get(id)]
    const key = ruleKey((old ?? fresh)!.rule)
    return verdicts(context, key, old, fresh).map(
      ([outcome, because]): DecoderDifference => ({
        ...{ what: 'rule', outcome, courseCode, sectors, authorization: key, inferred: false },
        verified: (old?.verified ?? true) && (fresh?.verified ?? true),
        before: old?.words ?? null,
        after: fresh?.words ?? null,
        because,
      }),
    )
  })
}

function verdicts(
  { from, to, courseCode }: DifferenceContext,
  key: string,
  old: SaidRule | undefined,
  fresh: SaidRule | undefined,
): [DifferenceOutcome, string][] {
  if (old === undefined) {
    const row = from.unreadFor(courseCode, key)
    if (row !== undefined)
      return [
        [
          'unknown',
          `${to.title} lets ${key} teach ${courseCode}; whether that is new nobody can say: ${notSaid(row, from.title)}`,
        ],
      ]
    return [['added', `${courseCode} admits ${key}: the rule is new in ${to.title}`]]
  }
  if (fresh === undefined) {
    const row = to.unreadFor(courseCode, key)
    if (row !== undefined)
      return [['unknown', `Whether ${courseCode} still admits ${key} nobody can say: ${notSaid(row, to.title)}`]]
    const others = [...to.rulesOf(courseCode).values()].map(({ rule }) => ruleKey(rule)).sort(compareKeys)
    return [['dropped', `${courseCode} no longer admits ${key}: the rule is not in ${to.title}; ${who(others)}`]]
  }
  const found: [DifferenceOutcome, string][] = []
  if (old.words !== fresh.words)
    found.push([
      'changed',
      `The rule by which ${courseCode} admits ${key} reads ${fresh.words} in ${to.title}, not ${old.words}`,
    ])
  if (!old.empty && fresh.empty)
    found.push(['emptied', `${courseCode} admits ${key}, and nothing that is issued satisfies it in ${to.title}`])
  if (old.empty && !fresh.empty)
    found.push(['filled', `${courseCode} admits ${key}, which something issued satisfies now in ${to.title}`])
  return found
}

/** Others than three are counted, so that a sentence stays one. */
function who(others: readonly string[]): string {
  if (others.length === 0) return 'nobody else may'
  const more = others.length > 3 ? ` and ${others.length - 3} more` : ''
  return `${others.slice(0, 3).join(', ')}${more} still may`
}
