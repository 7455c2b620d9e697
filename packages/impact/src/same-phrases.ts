import { inOneSpelling } from './spellings.ts'

/**
 * Words (and marks) with one form for each word and for phrases that say the same in any sentence. A phrase belongs in
 * this table only if no sentence changes its meaning by it: "must" for "shall" does, "can" for "may" does not.
 */
export function inOneForm(words: readonly string[]): string[] {
  const spelled = words.flatMap(inOneSpelling)
  const found: string[] = []
  for (let at = 0; at < spelled.length; ) {
    const [length, replacement] = phraseAt(spelled, at) ?? [1, [spelled[at]!]]
    found.push(...replacement)
    at += length
  }
  return found
}

function phraseAt(words: readonly string[], at: number): [number, readonly string[]] | null {
  const count = countAt(words, at)
  if (count !== null) return count
  for (const [phrase, same] of PHRASES)
    if (phrase.every((word, i) => words[at + i] === word)) return [phrase.length, same]
  return null
}

/** "No fewer than 2", "two or more", "at least two". Not "more than", and not "up to", which may mean until. */
function countAt(words: readonly string[], at: number): [number, readonly string[]] | null {
  const text = words.slice(at, at + 4).join(' ')
  const least = /^no (?:fewer|less) than (\d+)$/.exec(text)
  if (least !== null) return [4, ['at', 'least', least[1]!]]
  const more = /^(\d+) or more\b/.exec(text)
  if (more !== null) return [3, ['at', 'least', more[1]!]]
  return /^no more than \d+$/.test(text) ? [3, ['at', 'most']] : null
}

const PHRASES: readonly (readonly [readonly string[], readonly string[]])[] = [
  ['shall', 'must'],
  ['in order to', 'to'],
  ['prior to', 'before'],
  ['due to', 'because of'],
  ['utilize', 'use'],
  ['utilizes', 'uses'],
  ['utilizing', 'using'],
  ['inflammable', 'flammable'],
  ['with the exception of', 'except'],
  ['except for', 'except'],
  ['per cent', 'percent'],
  ['is required to', 'must'],
  ['are required to', 'must'],
  ['is able to', 'can'],
  ['are able to', 'can'],
  ['until such time as', 'until'],
  ['for the purpose of', 'for'],
  ['on a daily basis', 'daily'],
  ['with regard to', 'regarding'],
  ['with respect to', 'regarding'],
  ['or lower', 'or below'],
  ['or higher', 'or above'],
  ['health care', 'healthcare'],
  ['child care', 'childcare'],
  ['web site', 'website'],
  ['web sites', 'websites'],
  ['data base', 'database'],
  ['work flow', 'workflow'],
  ['time line', 'timeline'],
  ['etc', 'and etc'],
  ['and and etc', 'and etc'],
  // units and abbreviations with one reading only
  ['° f', 'degrees fahrenheit'],
  ['°f', 'degrees fahrenheit'],
  ['° c', 'degrees celsius'],
  ['°c', 'degrees celsius'],
  ['e . g', 'for example'],
  ['i . e', 'that is'],
  ['gps', 'global positioning system'],
  ['gis', 'geographic information system'],
  ['ppe', 'personal protective equipment'],
  ['cpr', 'cardiopulmonary resuscitation'],
  ['hvac', 'heating , ventilation , and air conditioning'],
  ['osha', 'occupational safety and health administration'],
  ['calpads', 'california longitudinal pupil achievement data system'],
  ['cte', 'career technical education'],
].map(([phrase, same]) => [phrase!.split(' '), same!.split(' ')] as const)
