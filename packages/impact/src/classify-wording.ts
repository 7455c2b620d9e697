import { listChange } from './coordinated-list.ts'
import { sentencesOf, wordsOf } from './words-of.ts'

export type WordingClass = 'editorial' | 'scope-narrowed' | 'scope-broadened' | 'substantive'
export type WordingRule = { class: WordingClass; rule: string }

/**
 * The class of a new wording, and the rule that chose it. Conservative: two kinds of narrowing, their inverses, and the
 * same words differently written are recognized; whatever else, or whatever is in doubt, is substantive. NCES marks the
 * same difference for course codes (SCED's words for a changed code: editorial, substantive).
 */
export function classifyWording(before: string | null, after: string | null): WordingRule {
  const [old, fresh] = [wordsOf(before ?? ''), wordsOf(after ?? '')]
  if (old.join(' ') === fresh.join(' ')) return { class: 'editorial', rule: 'wording/same-words' }
  return (
    exclusion(before ?? '', after ?? '') ??
    membership(before ?? '', after ?? '') ?? {
      class: 'substantive',
      rule: old.length === 0 ? 'wording/text-added' : fresh.length === 0 ? 'wording/text-removed' : 'wording/reworded',
    }
  )
}

/** A sentence or a last clause that excludes something, come or gone, and nothing else. */
function exclusion(before: string, after: string): WordingRule | null {
  if (addsExclusion(before, after)) return { class: 'scope-narrowed', rule: 'wording/exclusion-added' }
  if (addsExclusion(after, before)) return { class: 'scope-broadened', rule: 'wording/exclusion-removed' }
  return null
}

function addsExclusion(shorter: string, longer: string): boolean {
  const { onlyBefore, onlyAfter } = sentencesThatDiffer(shorter, longer)
  if (onlyBefore.length === 0) return onlyAfter.length > 0 && onlyAfter.every(isExclusion)
  if (onlyBefore.length !== 1 || onlyAfter.length !== 1) return false
  const [without, with_] = [onlyBefore[0]!, onlyAfter[0]!]
  return (
    startsWith(with_, without) && hasNoNegation(without) && opensWith(EXCLUDING_CLAUSE, with_.slice(without.length))
  )
}

/** One member of a list "A, B, and C" come or gone, and nothing else. In an exclusion it works the other way round. */
function membership(before: string, after: string): WordingRule | null {
  const { onlyBefore, onlyAfter } = sentencesThatDiffer(before, after, 'with commas')
  if (onlyBefore.length !== 1 || onlyAfter.length !== 1) return null
  const [old, fresh] = [onlyBefore[0]!, onlyAfter[0]!]
  const change = listChange(old, fresh)
  if (change === null) return null
  const [excludes, excluded] = [old, fresh].map(sentence => isExclusion(sentence.filter(word => word !== ',')))
  if (excludes !== excluded) return null
  if (!excludes && !(hasNoNegation(old) && hasNoNegation(fresh))) return null
  const rule = `wording/${excludes ? 'excluded-' : 'list-'}member-${change}`
  return { class: (change === 'removed') === excludes ? 'scope-broadened' : 'scope-narrowed', rule }
}

/** Sentences of one text that the other lacks, as words; the order of those in common must be the same. */
function sentencesThatDiffer(before: string, after: string, commas?: 'with commas') {
  const [old, fresh] = [sentencesOf(before, commas), sentencesOf(after, commas)]
  const [oldKeys, freshKeys] = [old.map(key), fresh.map(key)]
  const onlyBefore = old.filter((_, i) => !freshKeys.includes(oldKeys[i]!))
  const onlyAfter = fresh.filter((_, i) => !oldKeys.includes(freshKeys[i]!))
  const common = oldKeys.filter(each => freshKeys.includes(each)).join('\n')
  const inOrder = common === freshKeys.filter(each => oldKeys.includes(each)).join('\n')
  return inOrder ? { onlyBefore, onlyAfter } : { onlyBefore: old, onlyAfter: fresh }
}

const key = (sentence: string[]): string => sentence.join(' ')
const startsWith = (longer: string[], shorter: string[]): boolean =>
  longer.length > shorter.length && shorter.every((word, i) => word === longer[i])

const EXCLUDING_SENTENCE =
  /^ (?:(?:(?:the|this) [a-z-]+|it) )?(?:excludes|excluding|do(?:es)? not include|except(?: for)?) /
const EXCLUDING_CLAUSE = /^ (?:but )?(?:excludes|excluding|except(?: for)?|not including|(?:and )?does not include) /
const NEGATIONS =
  /^(?:not?|never|none|nothing|neither|nor|without|but|except|excepting|exclud(?:e|es|ed|ing)|unless|other|cannot|avoid|omit|.*n't)$/

const hasNoNegation = (words: string[]): boolean => !words.some(word => NEGATIONS.test(word))
const isExclusion = (sentence: string[]): boolean => opensWith(EXCLUDING_SENTENCE, sentence)

/** The opener, then what is excluded, with no limit upon the limit: "excludes all except X" gives back what it takes. */
function opensWith(opener: RegExp, words: string[]): boolean {
  const text = ` ${words.join(' ')} `
  const found = opener.exec(text)
  const rest = found === null ? [] : text.slice(found[0].length).trim().split(' ').filter(Boolean)
  return rest.length > 0 && hasNoNegation(rest)
}
