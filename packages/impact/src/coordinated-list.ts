import { isMember, limitsTheList } from './list-member.ts'
import { withoutMembers } from './list-without-members.ts'
import { inOneStyle, isConjunction, sameWords, withoutMarks } from './sentence.ts'

/** `whole`: the list is all there is, up to its own end ("excluding tile, stone, and brick"). */
type Options = { whole?: boolean }

/** Members with the words that the sentence hangs on the first and the last; where they stand, and all words before. */
export type List = { conjunction: string; members: string[][]; start: number; end: number; before: string[] }

/** What happened to a list "A, B, and C" if members came or went and no other word changed; else null. */
export function listChange(before: string[], after: string[], options: Options = {}): 'added' | 'removed' | null {
  if (isWithoutMembers(before, after, options)) return 'removed'
  return isWithoutMembers(after, before, options) ? 'added' : null
}

/** `shorter` is `longer` without some members of one list: the same conjunction, and not a word changed elsewhere. */
function isWithoutMembers(longer: string[], shorter: string[], { whole = false }: Options): boolean {
  const missing = plainWords(longer).length - plainWords(shorter).length
  if (missing <= 0) return false
  const wanted = inOneStyle(shorter)
  return listsOf(longer, hasSerialComma(longer) || hasSerialComma(shorter)).some(list => {
    if (whole ? list.start > 0 || !list.members.every(isMember) : limitsTheList(list.before)) return false
    return withoutMembers(list, longer, missing).some(each => sameWords(inOneStyle(each), wanted))
  })
}

const plainWords = (words: string[]): string[] => withoutMarks(words).filter(word => !isConjunction(word))

const hasSerialComma = (words: string[]): boolean =>
  words.some((word, i) => word === ',' && isConjunction(words[i + 1] ?? ''))

/**
 * Every reading of the sentence as words around one list. Its last member ends at a comma, a mark, a conjunction or the
 * sentence's end, and may hold more than the member proper, as may its first. Three members and more need the comma
 * before the conjunction, in one of the texts: without it, what looks like a list may be an apposition or a clause.
 */
function listsOf(sentence: string[], serialCommas: boolean): List[] {
  return sentence.flatMap((conjunction, at) => {
    if (!isConjunction(conjunction) || at === 0) return []
    const serial = sentence[at - 1] === ','
    const stops = sentence.flatMap((word, i) => (i < at && (word === '|' || isConjunction(word)) ? [i] : []))
    const from = (stops.at(-1) ?? -1) + 1
    const head = split(sentence.slice(from, serial ? at - 1 : at))
    const ends = sentence.findIndex((word, i) => i > at && (word === ',' || word === '|' || isConjunction(word)))
    const end = ends === -1 ? sentence.length : ends
    const tail = sentence.slice(at + 1, end)
    return head.flatMap((_, skipped) => {
      const members = [...head.slice(skipped), tail]
      if (members.some(member => member.length === 0) || members.length > MOST) return []
      if (members.length > 2 ? !serialCommas : serial) return []
      const start = from + head.slice(0, skipped).reduce((sum, member) => sum + member.length + 1, 0)
      return [{ conjunction, members, start, end, before: sentence.slice(0, at) }]
    })
  })
}

const MOST = 8

function split(words: string[]): string[][] {
  const parts: string[][] = [[]]
  for (const word of words) {
    if (word === ',') parts.push([])
    else parts.at(-1)!.push(word)
  }
  return parts
}
