/**
 * The words of a text, without what carries no meaning: case, spaces, commas, quotes, brackets, hyphens between letters,
 * and how a character is encoded. All else is kept as a word of its own (%, +, <, >, $, /, ?), so that nothing is lost
 * that might matter. Digits keep the punctuation inside them (`5.10`, `1,000`, `9-12`) and a sign before them.
 * NFC, not NFKC: the latter makes `10²` into `102`.
 */
export function wordsOf(text: string): string[] {
  return plain(text).match(WORD) ?? []
}

/** Words sentence by sentence; a full stop, semicolon or line ends one. Commas become words if asked for. */
export function sentencesOf(text: string, commas?: 'with commas'): string[][] {
  return plain(text)
    .split(/(?<=[.!?;])\s+|[;\n]+|[.!?;]+$/)
    .map(sentence => sentence.match(commas === undefined ? WORD : WORD_OR_COMMA) ?? [])
    .filter(words => words.length > 0)
}

const WORD_SOURCE = [
  // a number with its sign or leading point, a word with an apostrophe inside
  String.raw`(?:(?<![\p{L}\p{M}\p{N}])-?\.?(?=\p{Nd}))?[\p{L}\p{M}\p{N}]+(?:(?:(?<=\p{Nd})[.,:/-](?=\p{Nd})|(?<=\p{L})'(?=\p{L}))[\p{L}\p{M}\p{N}]+)*`,
  // feet and inches
  String.raw`(?<=\p{Nd})['"]`,
  String.raw`[^\s.,;:()[\]{}'"…•·-]`,
].join('|')
const WORD = new RegExp(WORD_SOURCE, 'gu')
const WORD_OR_COMMA = new RegExp(`,|${WORD_SOURCE}`, 'gu')

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[‘’‛′`´]/g, "'")
    .replace(/[“”„″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/(?<=\p{Nd})\s*-\s*(?=\p{Nd})/gu, '-')
    .replace(/(?<=\s)&(?=\s)/g, 'and')
}
