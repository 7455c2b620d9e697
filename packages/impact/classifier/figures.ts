import { compareSeverity, SEVERITY } from '../src/index.ts'
import { type Answer, CLASSES, type Label } from './pairs.ts'

export type Answered = { label: Label; answer: Answer }

export type Figures = {
  pairs: number
  right: number
  /** confusion[label][answer] */
  confusion: Record<Label, Record<Label, number>>
  /** null where there is nothing to divide by. */
  perClass: Record<Label, { precision: number | null; recall: number | null }>
  dangerous: number
  /** `substantive` because no rule spoke. */
  unsure: number
  /** Narrowings called substantive: their flags say `review`, not `breaking`, until a person overrides the class. */
  narrowingsLeft: number
}

export function figuresOf(answered: readonly Answered[]): Figures {
  const count = (holds: (each: Answered) => boolean): number => answered.filter(holds).length
  const of = (label: Label, answer: Label): number =>
    count(each => each.label === label && each.answer.class === answer)
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
  return {
    pairs: answered.length,
    right: count(isRight),
    confusion: perClass(label => perClass(answer => of(label, answer))),
    perClass: perClass(each => ({
      precision: share(
        of(each, each),
        count(({ answer }) => answer.class === each),
      ),
      recall: share(
        of(each, each),
        count(({ label }) => label === each),
      ),
    })),
    dangerous: count(isDangerous),
    unsure: count(isUnsure),
    narrowingsLeft: of('scope-narrowed', 'substantive'),
  }
}

/**
 * A mistake that lets a change pass below what it is: an answer of a lower severity than the label's at the item itself,
 * or a direction where there is none or the other one. `substantive` is never one: it asks a person.
 */
export function isDangerous({ label, answer }: Answered): boolean {
  if (answer.class === label || answer.class === 'substantive') return false
  if (DIRECTIONS.has(answer.class) && !IS_SCOPE_FREE.has(label)) return true
  return compareSeverity(SEVERITY[answer.class].own, SEVERITY[label].own) < 0
}

const DIRECTIONS: ReadonlySet<Label> = new Set(['scope-narrowed', 'scope-broadened'])
const IS_SCOPE_FREE: ReadonlySet<Label> = new Set(['editorial', 'label'])

const NO_RULE: ReadonlySet<string> = new Set(['wording/reworded', 'wording/text-added', 'wording/text-removed'])

const isRight = ({ label, answer }: Answered): boolean => label === answer.class
const isUnsure = ({ answer }: Answered): boolean => NO_RULE.has(answer.rule)

const perClass = <T>(make: (each: Label) => T): Record<Label, T> =>
  Object.fromEntries(CLASSES.map(each => [each, make(each)])) as Record<Label, T>
