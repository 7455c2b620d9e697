export type WordingClass = 'editorial' | 'scope-narrowed' | 'scope-broadened' | 'substantive'
export type WordingRule = { class: WordingClass; rule: string }

export function classifyWording(_before: string | null, _after: string | null): WordingRule {
  return { class: 'substantive', rule: 'wording/reworded' }
}
