/**
 * The words of a text, without what carries no meaning: case, spaces, commas, quotes, brackets, hyphens between letters,
 * and how a character is encoded. All else is kept as a word of its own (%, +, <, >, $, /, ?), so that nothing is lost
 * that might matter. Digits keep the punctuation inside them (`5.10`, `1,000`, `9-12`) and a sign before them; a number
 * keeps the hyphen after it, since twenty four-inch pipes are not twenty-four inch pipes.
 * NFC, not NFKC: the latter makes `10²` into `102`.
 */
export function wordsOf(text: string): string[] {
  return plain(text).match(WORD) ?? []
}

/** A mark among the words: a comma, a bracket or dash or colon, the end of a sentence. */
export type Mark = ',' | '|' | '.'
export const isMark = (word: string): word is Mark => word === ',' || word === '|' || word === '.'

/** Words and the marks between them, with capitals if asked for. */
export function wordsAndMarksOf(text: string, capitals?: 'with capitals'): string[] {
  return (capitals === undefined ? plain(text) : signs(text)).match(WORD_OR_MARK)?.map(asMark) ?? []
}

/** Words and marks sentence by sentence; a full stop, semicolon or line ends one. */
export function sentencesOf(text: string): string[][] {
  return plain(text)
    .split(/(?<=[.!?;])\s+|[;\n]+|[.!?;]+$/)
    .map(sentence => (sentence.match(WORD_OR_MARK) ?? []).map(asMark).filter(word => word !== '.'))
    .filter(words => words.some(word => !isMark(word)))
}

/** "E-commerce" as "ecommerce", "co-worker" as "coworker". Only what is one word either way: not re-sign, not co-op. */
export const inClosedCompounds = (text: string): string => signs(text).replace(CLOSABLE, '$1')

const CLOSABLE =
  /(?<![\p{L}\p{N}-])(e|co|non|multi|semi|micro|mini|anti|cyber|bio|geo|tele|inter|on|off)-(?=\p{L}{4})/giu

const NUMBERS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand'
const WORD_SOURCE = [
  // a number with its sign or leading point, a word with an apostrophe inside
  String.raw`(?:(?<![\p{L}\p{M}\p{N}])-?\.?(?=\p{Nd}))?[\p{L}\p{M}\p{N}]+(?:(?:(?<=\p{Nd})[.,:/-](?=\p{Nd})|(?<=\p{L})'(?=\p{L})|(?<=\p{Nd}|(?<!\p{L})(?:${NUMBERS}))-(?=[\p{L}\p{N}]))[\p{L}\p{M}\p{N}]+)*`,
  // feet and inches
  String.raw`(?<=\p{Nd})['"]`,
  String.raw`[^\s.,;:()[\]{}'"…•·-]`,
].join('|')
const WORD = new RegExp(WORD_SOURCE, 'giu')
const WORD_OR_MARK = new RegExp(String.raw`${WORD_SOURCE}|,|[()[\]{}:]|--+|(?<=\s)-(?=\s)|[.;…•·\n]`, 'giu')

const asMark = (found: string): string =>
  /^[.;…•·\n]$/.test(found) ? '.' : /^(?:[()[\]{}:]|-+)$/.test(found) ? '|' : found

const plain = (text: string): string => signs(text).toLowerCase()

/** Each sign in one form: apostrophes, quotes, dashes, the ampersand. */
function signs(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[\p{Cf}]/gu, '')
      .replace(/[‘’‛′`´]/g, "'")
      .replace(/[“”„″«»]/g, '"')
      .replace(/[—―](?!\s*\p{Nd})/gu, ' - ')
      .replace(/[‐‑‒–—―−]/g, '-')
      .replace(/(?<=\p{Nd})\s*-\s*(?=\p{Nd})/gu, '-')
      .replace(/(?<=\s)&(?=\s)/g, 'and')
      // no sentence ends at these, unless a capital says so
      .replace(/\b(etc|vs|e\.g|i\.e|a\.m|p\.m)\.(?=,|\s+\p{Ll})/gu, '$1')
  )
}
