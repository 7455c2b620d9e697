import { inOneForm } from './same-phrases.ts'
import { isMark, sentencesOf } from './words-of.ts'

export const isConjunction = (word: string): boolean => word === 'and' || word === 'or'

/** Without the commas before "and" and "or", which some write and some do not. */
export const inOneStyle = (words: readonly string[]): string[] =>
  words.filter((word, i) => word !== ',' || !isConjunction(words[i + 1] ?? ''))

export const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i])

export const withoutMarks = (words: readonly string[]): string[] => words.filter(word => !isMark(word))

/** Sentences of one text that the other lacks, in one form; the order of those in common must be the same. */
export function sentencesThatDiffer(before: string, after: string): { onlyBefore: string[][]; onlyAfter: string[][] } {
  const [old, fresh] = [sentencesOf(before).map(inOneForm), sentencesOf(after).map(inOneForm)]
  const [oldKeys, freshKeys] = [old.map(key), fresh.map(key)]
  const onlyBefore = old.filter((_, i) => !freshKeys.includes(oldKeys[i]!))
  const onlyAfter = fresh.filter((_, i) => !oldKeys.includes(freshKeys[i]!))
  const common = oldKeys.filter(each => freshKeys.includes(each)).join('\n')
  const inOrder = common === freshKeys.filter(each => oldKeys.includes(each)).join('\n')
  return inOrder ? { onlyBefore, onlyAfter } : { onlyBefore: old, onlyAfter: fresh }
}

const key = (sentence: string[]): string => inOneStyle(sentence).join(' ')

/** Any of these turns the sense of what stands beside it, so that less may be more. */
const NEGATIONS =
  /^(?:not?|never|none|nothing|neither|nor|without|but|except|excepting|exclud(?:e|es|ed|ing)|unless|other|cannot|avoid|omit|prohibit(?:s|ed|ing)?|forbid(?:s|den)?|refrain|refuse|prevent|exempt|waive|instead|rather|rarely|seldom|.*n't)$/

export const hasNoNegation = (words: readonly string[]): boolean => !words.some(word => NEGATIONS.test(word))
