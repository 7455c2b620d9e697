// Why something is flagged, in a sentence that somebody reads who has never seen a crosswalk. The services' own line
// (`summary`) names every edge in order; this one begins at the dependent: "This authorization covers sector X, whose
// pathway Y was split in release Z."
import type { Answer } from '@cte-align/client'

export type Cause = Answer<'credentials', '/flags/{id}', 'get'>['causes'][number]
export type Path = Cause['paths'][number]
export type Step = Path['steps'][number]
export type Change = Cause['change']
export type ChangeClass = Change['class']
export type ItemRef = Change['item']
export type Doubt = Cause['doubts'][number]
type Link = Extract<Step, { edge: 'link' }>
type Rule = Extract<Step, { edge: 'rule' }>
type OnItem = Exclude<Step, Link | Rule>

/** Where the change is told: in a release that is out, or in a proposal, which only would. */
export type Told = { release: string } | { proposal: { id: string; title: string } }

/** A piece of a sentence: words, or something that has a page of its own. */
export type Part =
  | string
  | { item: ItemRef; text: string }
  | { relation: { crosswalk: string; id: string }; text: string }
  | { dependent: Link['dependent']; text: string }
  | { told: Told; text: string }

/** What happened to an item, after "was" or "would be". */
export const HAPPENED: Record<ChangeClass, string> = {
  editorial: 'edited without another meaning',
  label: 'given another title',
  recode: 'given another code',
  'scope-narrowed': 'narrowed',
  'scope-broadened': 'broadened',
  substantive: 'changed in substance',
  moved: 'moved elsewhere',
  merged: 'merged into another',
  split: 'split',
  retired: 'retired',
  added: 'added',
}

export const DOUBTS: Record<Doubt, string> = {
  'unverified-relation': 'nobody has accepted the crosswalk relation on the way',
  'unverified-link': 'nobody has verified the link',
  'inferred-twin': 'the authorization was inferred from its twin by examination',
  'unverified-rule': 'nobody has verified the assignment rule',
}

const OF_KIND = {
  authorization: { name: 'authorization', this: 'This authorization', verb: 'covers' },
  'course-code': { name: 'course code', this: 'This course code', verb: 'covers' },
  'legal-reference': { name: 'section of law', this: 'This section of law', verb: 'speaks of the list that has' },
} as const

const STATEMENTS = new Set<ItemRef['kind']>(['anchor', 'standard', 'indicator', 'practice'])

/** Containers by key and title; the title of a statement is its whole text, so its key stands for it. */
export const itemInWords = (item: ItemRef): string =>
  isStatement(item) ? `${item.kind} ${item.key}` : `${item.kind} ${item.key} “${item.title}”`

export const isStatement = ({ kind }: Pick<ItemRef, 'kind'>): boolean => STATEMENTS.has(kind)

/** One path as a sentence (two, where it leads through an assignment rule). */
export function pathInWords(path: Pick<Path, 'steps'>, change: Pick<Change, 'class'>, told: Told): Part[] {
  const items = path.steps.filter(isOnItem)
  const link = path.steps.find(step => step.edge === 'link')
  const rule = path.steps.find(step => step.edge === 'rule')
  const end = happened(change.class, told)
  return [
    ...(rule && link ? throughRule(rule, link) : []),
    ...(link ? covers(link, rule ? 'That' : 'This') : ['This concerns ']),
    ...wordsOf(items.at(-1)!),
    ...(link ? [` (${link.basis})`] : []),
    ...since(items, end),
    '.',
  ]
}

/** Where a dependent goes after a split; nothing where the question does not arise. */
export function assignmentInWords(assignment: Cause['assignment']): Part[] {
  if (assignment === null) return []
  return assignment === 'undecided'
    ? ['Nobody has said yet to which successor it goes.']
    : ['It goes to ', named(assignment), '.']
}

/** What makes a path uncertain, as a sentence; nothing where it is sure. */
export const doubtsInWords = (doubts: readonly Doubt[]): string =>
  doubts.length === 0 ? '' : `Uncertain: ${doubts.map(doubt => DOUBTS[doubt]).join('; ')}.`

/** "Pathway BCT.A “Cabinetry” was split in ca-mcs-2013@2". */
export function changeInWords({ item, class: chosen }: Pick<Change, 'item' | 'class'>, told: Told): Part[] {
  const text = itemInWords(item)
  return [{ item, text: `${text[0]!.toUpperCase()}${text.slice(1)}` }, ' ', ...happened(chosen, told)]
}

/** Parts as one plain text: for labels, exports and the clipboard. */
export const plainText = (parts: readonly Part[]): string =>
  parts.map(part => (typeof part === 'string' ? part : part.text)).join('')

const isOnItem = (step: Step): step is OnItem => step.edge !== 'link' && step.edge !== 'rule'
const named = (item: ItemRef): Part => ({ item, text: itemInWords(item) })
const wordsOf = ({ item }: OnItem): Part[] => [named(item)]

function happened(chosen: ChangeClass, told: Told): Part[] {
  if ('release' in told) return [`was ${HAPPENED[chosen]} in `, { told, text: `release ${told.release}` }]
  return [`would be ${HAPPENED[chosen]} by `, { told, text: `proposal “${told.proposal.title}”` }]
}

function covers({ dependent }: Link, which: 'This' | 'That'): Part[] {
  const { this: self, name, verb } = OF_KIND[dependent.kind]
  return [`${which === 'This' ? self : `That ${name}`} ${verb} `]
}

function throughRule({ dependent, rule, basis }: Rule, link: Link): Part[] {
  const other = { dependent: link.dependent, text: `${OF_KIND[link.dependent.kind].name} ${link.dependent.key}` }
  const says = dependent.kind === 'course-code' ? ' admits ' : ' may teach '
  return [OF_KIND[dependent.kind].this, says, other, ` by assignment rule ${rule} (${basis}). `]
}

/** From the last item back to the changed one, as clauses that hang on each other. */
function since(items: readonly OnItem[], end: Part[]): Part[] {
  const here = items.at(-1)!
  const before = items.at(-2)
  if (before === undefined) return [', which ', ...end]
  const earlier = items.slice(0, -1)
  switch (here.edge) {
    case 'up':
      return items.length === 2
        ? [', whose ', named(before.item), ' ', ...end]
        : [', to which ', named(before.item), ' belongs', ...since(earlier, end)]
    case 'down':
      return [', which belongs to ', named(before.item), ...since(earlier, end)]
    case 'across': {
      const { crosswalk, relationId: id, relation, state } = here
      const by = { relation: { crosswalk, id }, text: `${state} crosswalk relation` }
      return [`, ${RELATED[relation]} `, named(before.item), ' (', by, ')', ...since(earlier, end)]
    }
    case 'change':
      return [', which ', ...end]
  }
}

/** A relation reads from the change's side; here it is said from the other: where that is broader, this is narrower. */
const RELATED: Record<Extract<Step, { edge: 'across' }>['relation'], string> = {
  equivalent: 'which is equivalent to',
  broader: 'which is a narrower counterpart of',
  narrower: 'which is a broader counterpart of',
  related: 'which is related to',
  none: 'which has no counterpart in',
}
