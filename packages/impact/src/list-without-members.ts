import type { List } from './coordinated-list.ts'
import { isMember, isParallelPhrase, isSharedQuality, opensAPhrase } from './list-member.ts'

/** The sentence without some of a list's members, `missing` words in all, in every way that takes members proper. */
export function withoutMembers(list: List, sentence: string[], missing: number): string[][] {
  const { members } = list
  const last = members.length - 1
  const found: string[][] = []
  // each way to keep some: a bit for each member
  for (let kept = 1; kept < 2 ** members.length - 1; kept++) {
    const stays = (i: number): boolean => (kept & (1 << i)) !== 0
    for (const from of stays(0) ? [0] : members[0]!.keys())
      for (const to of stays(last) ? [members[last]!.length] : [...members[last]!.keys()].map(i => i + 1)) {
        // the first from its own beginning, the last up to its own end
        const proper = members.map((member, i) => member.slice(i === 0 ? from : 0, i === last ? to : undefined))
        const gone = proper.filter((_, i) => !stays(i))
        if (gone.reduce((sum, member) => sum + member.length, 0) !== missing) continue
        if (mayGo(gone, list, stays(last) ? null : to))
          found.push([
            ...sentence.slice(0, list.start),
            ...members[0]!.slice(0, from),
            ...joined(
              proper.filter((_, i) => stays(i)),
              list.conjunction,
            ),
            ...members[last]!.slice(to),
            ...sentence.slice(list.end),
          ])
      }
  }
  return found
}

function joined(members: string[][], conjunction: string): string[] {
  return members.flatMap((member, i) => (i === 0 ? member : [i === members.length - 1 ? conjunction : ',', ...member]))
}

/** Whether what goes are members proper, and their going takes something out. `to`: where the last ends, if it goes. */
function mayGo(gone: string[][], { members, start }: List, to: number | null): boolean {
  const [head, tail] = [members.slice(0, -1), members.at(-1)!]
  if (!gone.every(member => isMember(member) || isParallelPhrase(member, head.at(-1)!))) return false
  // "clean and dry surfaces": the noun at the end belongs to the others as well
  const phrase = tail.findIndex((word, i) => i > 0 && opensAPhrase(word))
  const noun = phrase === -1 ? tail.length : phrase
  const shares = to === null ? noun > 1 : to < tail.length && !opensAPhrase(tail[to]!)
  const verbs = start === 0 && head[0]!.length === 1
  return !shares || !gone.some(member => member.length === 1 && isSharedQuality(member[0]!, verbs))
}
