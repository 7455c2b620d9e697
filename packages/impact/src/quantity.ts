import { hasNoNegation, inOneStyle, sameWords } from './sentence.ts'

/** Which way one quantity of a sentence changed, if no other word did: "all" against "some", a range of grades or ages. */
export function quantityChange(before: string[], after: string[]): Quantity | null {
  const [old, fresh] = [inOneStyle(before), inOneStyle(after)]
  if (!hasNoNegation(old) || !hasNoNegation(fresh)) return null
  return quantifier(old, fresh) ?? qualifier(old, fresh) ?? range(old, fresh)
}

type Quantity = { of: 'quantifier' | 'qualifier' | 'range'; way: 'less' | 'more' }

/** Not where a condition stands before it: "if all tests pass" and "if some tests pass". */
function quantifier(old: string[], fresh: string[]): Quantity | null {
  const differ = old.flatMap((word, i) => (word === fresh[i] ? [] : [i]))
  const [at, ...more] = differ
  if (old.length !== fresh.length || at === undefined || more.length > 0) return null
  if (old.slice(0, at).some(word => CONDITION.test(word))) return null
  const [from, to] = [old[at]!, fresh[at]!]
  if (ALL.test(from) && SOME.test(to)) return { of: 'quantifier', way: 'less' }
  return SOME.test(from) && ALL.test(to) ? { of: 'quantifier', way: 'more' } : null
}

const ALL = /^(?:all|any|every|each)$/
const SOME = /^(?:some|selected|certain|several|most)$/
const CONDITION = /^(?:if|unless|until|when|whenever|where|while|who|whose|which|that|only|after|before|than|least)$/

/** "Each machine" and "each critical machine": of all, a word or two leaves only some. Without "each" or "all", nobody knows. */
function qualifier(old: string[], fresh: string[]): Quantity | null {
  if (qualifies(old, fresh)) return { of: 'qualifier', way: 'less' }
  return qualifies(fresh, old) ? { of: 'qualifier', way: 'more' } : null
}

function qualifies(shorter: string[], longer: string[]): boolean {
  const more = longer.length - shorter.length
  if (more < 1 || more > 2) return false
  return shorter.some((quantifier, i) => {
    if (!ALL.test(quantifier) || shorter.slice(0, i).some(word => CONDITION.test(word))) return false
    const added = longer.slice(i + 1, i + 1 + more)
    const noun = shorter[i + 1] ?? ','
    if (added.some(word => NO_QUALIFIER.test(word)) || NO_NOUN.test(noun)) return false
    return sameWords([...longer.slice(0, i + 1), ...longer.slice(i + 1 + more)], shorter)
  })
}

const NO_QUALIFIER =
  /^(?:[a-z]+ly|[,|]|and|or|of|in|on|at|by|for|from|to|the|this|that|these|those|their|its|our|your|such|other|further|additional|more|possible|potential|available|existing|single|last|one|\d+|new)$/
const NO_NOUN = /^(?:[,|]|and|or|of|in|on|at|by|for|from|to|with|that|which|who|is|are|[a-z]+ly)$/

/** Only of grades and ages, which say who is meant; the bounds of a temperature say how a thing is done. */
function range(old: string[], fresh: string[]): Quantity | null {
  const [from, to] = [rangeIn(old), rangeIn(fresh)]
  if (from === null || to === null || !sameWords(from.around, to.around)) return null
  const [within, without] = [contains(from, to), contains(to, from)]
  if (within === without) return null
  return { of: 'range', way: within ? 'less' : 'more' }
}

type Range = { around: string[]; least: number; most: number }

function rangeIn(words: string[]): Range | null {
  const text = words.join(' ')
  const found = [...text.matchAll(RANGE)]
  const [match, ...more] = found
  if (match === undefined || more.length > 0) return null
  const [least, most] = [numberOf(match[2]!), numberOf(match[3]!)]
  const around = `${text.slice(0, match.index)}${match[1]} … ${text.slice(match.index + match[0].length)}`
  return least < most ? { around: around.split(' '), least, most } : null
}

const contains = (a: Range, b: Range): boolean => a.least <= b.least && b.most <= a.most
const numberOf = (text: string): number => (text === 'k' ? 0 : Number(text))

const RANGE = /\b(grades|ages|aged) (k|\d{1,2})(?:-| to | through |(?<=k) )(\d{1,2})(?![^ ])/g
