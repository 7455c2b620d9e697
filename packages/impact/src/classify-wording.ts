import { listChange } from './coordinated-list.ts'
import { addsBoundary, type Boundary, excludedChange } from './exclusion.ts'
import { quantityChange } from './quantity.ts'
import { inOneForm } from './same-phrases.ts'
import { isCapitalizedAlike, isPunctuatedAlike } from './same-punctuation.ts'
import { hasNoNegation, sameWords, sentencesThatDiffer, withoutMarks } from './sentence.ts'
import { inClosedCompounds, wordsAndMarksOf, wordsOf } from './words-of.ts'

export type WordingClass = 'editorial' | 'scope-narrowed' | 'scope-broadened' | 'substantive'
export type WordingRule = { class: WordingClass; rule: string }

/**
 * The class of a new wording, and the rule that chose it. Conservative: the same words differently written, and a few
 * kinds of narrowing with their inverses, are recognized; whatever else, or whatever is in doubt, is substantive. NCES
 * marks the same difference for course codes (SCED's words for a changed code: editorial, substantive). How often it is
 * right: docs/classifier.md.
 */
export function classifyWording(before: string | null, after: string | null): WordingRule {
  const [old, fresh] = [before ?? '', after ?? '']
  return sameMeaning(old, fresh) ?? scope(old, fresh) ?? { class: 'substantive', rule: noRule(old, fresh) }
}

function noRule(before: string, after: string): string {
  if (wordsOf(before).length === 0) return 'wording/text-added'
  return wordsOf(after).length === 0 ? 'wording/text-removed' : 'wording/reworded'
}

/** Two texts of the same words; null where they are not. Where a comma or a capital may matter, a person looks. */
function sameMeaning(before: string, after: string): WordingRule | null {
  const exact = sameWords(wordsOf(before), wordsOf(after))
  const forms = exact ? [(text: string) => text] : [(text: string) => text, inClosedCompounds]
  for (const form of forms) {
    const [old, fresh] = [before, after].map(text => inOneForm(wordsAndMarksOf(form(text))))
    if (!exact && !sameWords(withoutMarks(old!), withoutMarks(fresh!))) continue
    if (!isPunctuatedAlike(old!, fresh!)) return { class: 'substantive', rule: 'wording/punctuation-may-matter' }
    if (!isCapitalizedAlike(before, after)) return { class: 'substantive', rule: 'wording/capital-may-matter' }
    return { class: 'editorial', rule: exact ? 'wording/same-words' : 'wording/same-in-other-words' }
  }
  return null
}

/** Words and marks of a sentence in which a list is looked for: to try every reading of a longer one takes too long. */
const LONGEST = 150

/** What was within the scope and is not, or the other way round, if that is all that happened. */
function scope(before: string, after: string): WordingRule | null {
  const differing = sentencesThatDiffer(before, after)
  if ([...differing.onlyBefore, ...differing.onlyAfter].some(sentence => sentence.length > LONGEST)) return null
  const inverse = { onlyBefore: differing.onlyAfter, onlyAfter: differing.onlyBefore }
  for (const kind of ['exclusion', 'limit'] satisfies Boundary[]) {
    if (addsBoundary(kind, differing)) return { class: 'scope-narrowed', rule: `wording/${kind}-added` }
    if (addsBoundary(kind, inverse)) return { class: 'scope-broadened', rule: `wording/${kind}-removed` }
  }
  const { onlyBefore, onlyAfter } = differing
  if (onlyBefore.length !== 1 || onlyAfter.length !== 1) return null
  return withinASentence(onlyBefore[0]!, onlyAfter[0]!)
}

function withinASentence(old: string[], fresh: string[]): WordingRule | null {
  const excluded = excludedChange(old, fresh)
  if (excluded !== null)
    return {
      class: excluded === 'added' ? 'scope-narrowed' : 'scope-broadened',
      rule: `wording/excluded-member-${excluded}`,
    }
  const quantity = quantityChange(old, fresh)
  if (quantity !== null) {
    const narrowed = quantity.way === 'less'
    return { class: narrowed ? 'scope-narrowed' : 'scope-broadened', rule: `wording/${quantity.of}-${quantity.way}` }
  }
  const listed = hasNoNegation(old) && hasNoNegation(fresh) ? listChange(old, fresh) : null
  if (listed === null) return null
  return { class: listed === 'added' ? 'scope-broadened' : 'scope-narrowed', rule: `wording/list-member-${listed}` }
}
