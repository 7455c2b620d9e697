import { isMember, isSharedQuality, limitsTheList, opensAPhrase } from './list-member.ts'
import { inOneStyle, isConjunction, sameWords } from './sentence.ts'

/** `whole`: the list is all there is, up to its own end ("excluding tile, stone, and brick"). */
type Options = { whole?: boolean }

/** What happened to a list "A, B, and C" if members came or went and no other word changed; else null. */
export function listChange(before: string[], after: string[], options: Options = {}): 'added' | 'removed' | null {
  if (isWithoutMembers(before, after, options)) return 'removed'
  return isWithoutMembers(after, before, options) ? 'added' : null
}

type List = { conjunction: string; start: number; end: number; members: string[][]; before: string[] }

/** `shorter` is `longer` without some members of one list: the same conjunction, and not a word changed elsewhere. */
function isWithoutMembers(longer: string[], shorter: string[], { whole = false }: Options): boolean {
  if (longer.length <= shorter.length) return false
  const wanted = inOneStyle(shorter)
  const serial = hasSerialComma(longer) || hasSerialComma(shorter)
  return listsOf(longer, serial).some(list => {
    if (whole ? list.start > 0 || !list.members.every(isMember) : limitsTheList(list.before)) return false
    return shortened(list, longer, wanted.length).some(each => sameWords(inOneStyle(each), wanted))
  })
}

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
      if (members.some(member => member.length === 0) || members.length > 9) return []
      if (members.length > 2 ? !serialCommas : serial) return []
      const start = from + head.slice(0, skipped).reduce((sum, member) => sum + member.length + 1, 0)
      return [{ conjunction, start, end, members, before: sentence.slice(0, at) }]
    })
  })
}

function split(words: string[]): string[][] {
  const parts: string[][] = [[]]
  for (const word of words) {
    if (word === ',') parts.push([])
    else parts.at(-1)!.push(word)
  }
  return parts
}

/** The sentence without some of the members, in every way in which they can be members. */
function shortened(list: List, sentence: string[], length: number): string[][] {
  const { members, conjunction, start, end } = list
  const last = members.length - 1
  const found: string[][] = []
  for (let kept = 1; kept < 2 ** members.length - 1; kept++) {
    const stays = (i: number): boolean => (kept & (1 << i)) !== 0
    // where the first member begins, if it goes; where the last ends, if it goes
    const begins = stays(0) ? [0] : members[0]!.map((_, i) => i)
    const ends = stays(last) ? [members[last]!.length] : members[last]!.map((_, i) => i + 1)
    for (const first of begins)
      for (const final of ends) {
        const proper = members.map((member, i) => member.slice(i === 0 ? first : 0, i === last ? final : undefined))
        const rest = proper.filter((_, i) => stays(i))
        const before = [...sentence.slice(0, start), ...members[0]!.slice(0, first)]
        const after = [...members[last]!.slice(final), ...sentence.slice(end)]
        const each = [...before, ...joined(rest, conjunction), ...after]
        if (Math.abs(inOneStyle(each).length - length) > 0) continue
        const gone = proper.filter((_, i) => !stays(i))
        if (mayGo(gone, { list, first, final })) found.push(each)
      }
  }
  return found
}

function joined(members: string[][], conjunction: string): string[] {
  return members.flatMap((member, i) => {
    if (i === 0) return member
    return [i === members.length - 1 ? conjunction : ',', ...member]
  })
}

/** Whether what goes are members proper, and their going takes something out of the sentence's scope. */
function mayGo(gone: string[][], { list, final }: { list: List; first: number; final: number }): boolean {
  const { members, start } = list
  const tail = members.at(-1)!
  const head = members.slice(0, -1)
  if (!gone.every(member => isMember(member) || isParallel(member, head))) return false
  // "and well water": what follows belongs to the members that stay as well
  const phraseEnd = tail.findIndex((word, i) => i > 0 && opensAPhrase(word))
  const noun = phraseEnd === -1 ? tail.length : phraseEnd
  const endsWithPhrase = final === tail.length || opensAPhrase(tail[final]!)
  const tailGoes = gone.some(member => sameWords(member, tail.slice(0, final)))
  const shares = tailGoes ? !endsWithPhrase : noun > 1
  const verbs = start === 0 && members[0]!.length === 1
  return !shares || !gone.some(member => member.length === 1 && isSharedQuality(member[0]!, verbs))
}

/** "On roofs and on the ground": a phrase beside another that opens with the same word; or of one place beside another. */
function isParallel(member: string[], head: string[][]): boolean {
  const [opening, ...rest] = member
  const proper = /^(?:the|an?)$/.test(rest[0] ?? '') ? rest.slice(1) : rest
  const beside = head.at(-1)!.slice(-4)
  const alike =
    beside.includes(opening!) || (rest[0] === 'the' && PLACE.test(opening!) && beside.some(each => PLACE.test(each)))
  return OPENING.test(opening!) && alike && isMember(proper)
}

const PLACE = /^(?:in|on|at)$/
const OPENING = /^(?:in|on|at|by|for|from|to|of)$/
