import { isMark, type Mark, wordsAndMarksOf } from './words-of.ts'

/**
 * Whether two texts of the same words also pause in the same places. A comma may come or go before "and", "or" and "but"
 * and after an opening "however"; elsewhere it may make two things of one ("fruit, trees") or a remark of a condition
 * ("pumps, which leak"), and a stop moves what a word belongs to ("Never smoke. Inside, wear a mask.").
 */
export function isPunctuatedAlike(before: readonly string[], after: readonly string[]): boolean {
  const [old, fresh] = [pausesOf(before), pausesOf(after)]
  return old.every(({ mark, word, previous }, i) => {
    const other = fresh[i]?.mark ?? null
    if (i === 0 || mark === other) return true
    const comma = (mark === ',' && other === null) || (mark === null && other === ',')
    return comma && (BEFORE.test(word) || OPENING.test(previous))
  })
}

const BEFORE = /^(?:and|or|nor|but)$/
const OPENING = /^(?:however|therefore|finally|moreover|furthermore|also|thus)$/

/** The words in order, each with the strongest mark before it. */
function pausesOf(words: readonly string[]): { word: string; previous: string; mark: Mark | null }[] {
  const found: { word: string; previous: string; mark: Mark | null }[] = []
  let mark: Mark | null = null
  for (const word of words) {
    if (isMark(word)) mark = mark === '.' || (mark === '|' && word === ',') ? mark : word
    else {
      found.push({ word, previous: found.at(-1)?.word ?? '', mark })
      mark = null
    }
  }
  return found
}

/** Whether no word got or lost a capital that makes another word of it, as in "install windows" and "install Windows". */
export function isCapitalizedAlike(before: string, after: string): boolean {
  return namesIn(before) === namesIn(after)
}

function namesIn(text: string): string {
  const words = wordsAndMarksOf(text, 'with capitals')
  const inside = words.filter((_, i) => i > 0 && words[i - 1] !== '.')
  return inside.filter(word => word !== word.toLowerCase() && ALSO_A_NAME.test(word.toLowerCase())).join(' ')
}

const ALSO_A_NAME =
  /^(?:windows|word|excel|access|office|teams|apple|java|python|swift|rust|ruby|oracle|unity|polish|turkey|china|march|aids|who|it|us)$/
