/** A run of words that both texts have, or that only one has. */
export interface WordRun {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Above so many comparisons the middle is given as replaced in the whole. */
const MOST = 1_000_000

/** Two texts word by word. The runs that are not added, put together, are the text before; those not removed, the text after. */
export function wordDifference(before: string, after: string): WordRun[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return joined([
    ...run('same', old.slice(0, start)),
    ...middle,
    ...run('same', end === 0 ? [] : old.slice(old.length - end)),
  ])
}

/** Words with the blanks after them, so that nothing of the text is lost. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? []

const run = (kind: WordRun['kind'], words: string[]): WordRun[] => words.map(text => ({ kind, text }))

/** The longest common run of words, by the table of how long it is from each place on. */
function between(old: string[], now: string[]): WordRun[] {
  const width = now.length + 1
  if (old.length * now.length > MOST) return [...run('removed', old), ...run('added', now)]
  const common = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] =
        old[i] === now[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
  const runs: WordRun[] = []
  let [i, j] = [0, 0]
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      runs.push({ kind: 'same', text: now[j++]! })
      i++
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
      runs.push({ kind: 'removed', text: old[i++]! })
    else runs.push({ kind: 'added', text: now[j++]! })
  }
  return [...runs, ...run('removed', old.slice(i)), ...run('added', now.slice(j))]
}

/** Runs of a kind put together; between two equal words, all that is removed comes before all that is added. */
function joined(words: readonly WordRun[]): WordRun[] {
  const runs: WordRun[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed) runs.push({ kind: 'removed', text: removed })
    if (added) runs.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const { kind, text } of words) {
    const last = runs.at(-1)
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (last?.kind === 'same' && !removed && !added) last.text += text
    else {
      flush()
      runs.push({ kind, text })
    }
  }
  flush()
  return runs
}
