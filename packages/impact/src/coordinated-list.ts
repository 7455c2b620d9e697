/** What happened to a list "A, B, and C" if one member came or went and no other word changed; else null. */
export function listChange(before: string[], after: string[]): 'added' | 'removed' | null {
  if (isWithoutOneMember(before, after)) return 'removed'
  return isWithoutOneMember(after, before) ? 'added' : null
}

/**
 * `shorter` is `longer` without one member: one run of words less, one member less, the same conjunction. The run is a
 * whole member, or the end of the first (which carries the words before the list), or the start of the last.
 */
function isWithoutOneMember(longer: string[], shorter: string[]): boolean {
  const [from, to] = [membersOf(longer), membersOf(shorter)]
  if (from === null || to === null || from.members.length !== to.members.length + 1) return false
  if (to.conjunction !== null && to.conjunction !== from.conjunction) return false
  const last = from.members.length - 1
  return from.members.some((member, i) => {
    for (const [start, end] of runs(member, { first: i === 0, last: i === last && last > 1 })) {
      if (!isMember(member.slice(start, end))) continue
      const rest = from.members.flatMap((each, j) => (j === i ? [...each.slice(0, start), ...each.slice(end)] : each))
      if (rest.join(' ') === to.members.flat().join(' ')) return true
    }
    return false
  })
}

/** Which parts of a member may be the member proper: all of it, or but for what the sentence hangs on the list's ends. */
function runs(member: string[], { first, last }: { first: boolean; last: boolean }): [number, number][] {
  const found: [number, number][] = [[0, member.length]]
  for (let i = 1; i < member.length; i++) {
    if (first) found.push([i, member.length])
    if (last) found.push([0, i])
  }
  return found
}

/**
 * A sentence with one list in it: commas between all members, a comma and one conjunction before the last (two members:
 * the conjunction alone). Anything less regular may be an apposition or a clause, and is not taken for a list.
 */
function membersOf(sentence: string[]): { members: string[][]; conjunction: string | null } | null {
  const conjunctions = sentence.filter(word => word === 'and' || word === 'or')
  const conjunction = conjunctions[0] ?? null
  if (conjunctions.length > 1) return null
  if (conjunction === null) return sentence.includes(',') ? null : { members: [sentence], conjunction }
  const at = sentence.indexOf(conjunction)
  const serial = sentence[at - 1] === ','
  const head = split(sentence.slice(0, serial ? at - 1 : at))
  const tail = sentence.slice(at + 1)
  if (tail.includes(',') || (head.length > 1 && !serial)) return null
  const members = [...head, tail]
  return members.every(member => member.length > 0) ? { members, conjunction } : null
}

function split(words: string[]): string[][] {
  const parts: string[][] = [[]]
  for (const word of words) {
    if (word === ',') parts.push([])
    else parts.at(-1)!.push(word)
  }
  return parts
}

/** "Under supervision", "safely" and "where required" look like members of a list but limit all of it. */
const isMember = (words: string[]): boolean =>
  words.length > 0 &&
  words.length <= 8 &&
  !LIMITS_FROM_THE_START.test(words[0]!) &&
  !words.some(word => LIMITS.test(word))

const LIMITS_FROM_THE_START =
  /^(?:in|on|at|by|for|from|to|of|as|with|within|under|over|using|via|per|through|during|after|before|until|if|when|while|including|such|so|then|also|the|this|these|all|any|each|both|either|[a-z]+ly)$/
const LIMITS =
  /^(?:only|solely|just|at|least|most|that|which|who|whose|where|when|if|unless|until|but|yet|than|limited|required|optional|may|must|should|can)$/
