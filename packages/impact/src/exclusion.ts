import { listChange } from './coordinated-list.ts'
import { hasNoNegation, inOneStyle, sameWords, withoutMarks } from './sentence.ts'

/** `excluded`: what is named lies outside ("excluding tile"). `limit`: all but what is named lies outside ("limited to tile"). */
export type Boundary = 'exclusion' | 'limit'

/** `longer` has more than `shorter` only a sentence, or a clause, that draws a boundary. */
export function addsBoundary(kind: Boundary, { onlyBefore, onlyAfter }: Differing): boolean {
  if (onlyBefore.length === 0) return onlyAfter.length > 0 && onlyAfter.every(each => isBoundary(kind, each))
  if (onlyBefore.length !== 1 || onlyAfter.length !== 1) return false
  return addsClause(kind, onlyBefore[0]!, onlyAfter[0]!)
}

type Differing = { onlyBefore: string[][]; onlyAfter: string[][] }

const isBoundary = (kind: Boundary, sentence: string[]): boolean => {
  const opened = openedBy(SENTENCE[kind], withoutMarks(sentence))
  return opened !== null && isPlain(opened)
}

/** The clause reaches to the sentence's end, or to a comma or bracket after which the sentence goes on as before. */
function addsClause(kind: Boundary, without: string[], with_: string[]): boolean {
  if (!hasNoNegation(without) || without.some(word => CONDITION.test(word))) return false
  const wanted = inOneStyle(without)
  return with_.some((_, at) => {
    const opened = openedBy(CLAUSE[kind], with_.slice(at))
    if (at === 0 || opened === null) return false
    const before = with_.slice(0, isPause(with_[at - 1]!) ? at - 1 : at)
    const start = with_.length - opened.length
    const ends = opened.flatMap((word, i) => (isPause(word) ? [start + i] : [])).concat(with_.length)
    return ends.some(end => {
      const [clause, after] = [with_.slice(start, end), with_.slice(end + 1)]
      const rest = [
        [...before, ...after],
        [...before, with_[end] ?? '', ...after],
      ]
      return isPlain(withoutMarks(clause)) && rest.some(each => sameWords(inOneStyle(each), wanted))
    })
  })
}

/** Members of what one exclusion names came or went, and nothing else. */
export function excludedChange(before: string[], after: string[]): 'added' | 'removed' | null {
  const [old, fresh] = [parted(before), parted(after)]
  if (old === null || fresh === null || !sameWords(old.head, fresh.head)) return null
  if (![...old.rest, ...fresh.rest].every(word => hasNoNegation([word]))) return null
  return listChange(old.rest, fresh.rest, { whole: true })
}

/** The words up to and with the opener, and what is excluded. */
function parted(sentence: string[]): { head: string[]; rest: string[] } | null {
  for (let at = 0; at < sentence.length; at++) {
    if (!hasNoNegation(sentence.slice(0, at))) return null
    const rest = openedBy(CLAUSE.exclusion, sentence.slice(at))
    if (rest !== null && rest.length > 0)
      return { head: withoutMarks(sentence.slice(0, sentence.length - rest.length)), rest }
  }
  return null
}

/** What is named, with no limit upon the limit: "excludes all except X" gives back what it takes. */
const isPlain = (words: string[]): boolean => words.length > 0 && hasNoNegation(words) && !NOT_NAMED.test(words[0]!)

/** What follows the opener; null if the words do not begin with it. */
function openedBy(opener: RegExp, words: string[]): string[] | null {
  const found = opener.exec(`${words.join(' ')} `)
  return found === null ? null : words.slice(found[0].trim().split(' ').length)
}

const isPause = (word: string): boolean => word === ',' || word === '|'

const SUBJECT = '(?:(?:(?:the|this) [a-z-]+|it|they|learners) )?'
const SENTENCE: Record<Boundary, RegExp> = {
  exclusion: new RegExp(`^${SUBJECT}(?:excludes?|excluding|do(?:es)? not (?:include|cover)|except) `),
  limit: new RegExp(`^${SUBJECT}(?:is |are )?(?:limited|restricted|confined) to `),
}
const CLAUSE: Record<Boundary, RegExp> = {
  exclusion:
    /^(?:but excluding|but except|excludes?|excluding|except|but not|not including|other than|apart from|(?:and )?do(?:es)? not (?:include|cover)) /,
  limit: /^(?:but )?(?:limited|restricted|confined) to /,
}
const CONDITION = /^(?:if|unless|until|when|whenever|where|while)$/
const NOT_NAMED = /^(?:if|unless|until|when|whenever|where|while|that|as|in|for|by|with|to|on|at)$/
