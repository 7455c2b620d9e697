import { type Block, counted, figure, type Inline, type Line, link, paragraph, table, words } from './paper.ts'
import type { PaperData } from './paper-data.ts'
import { plainChange } from './plain-change.ts'
import type { Sources } from './sources.ts'
import { CLASS_WORDS, UNKNOWN } from './wording.ts'

const MOST = 100

/** As in 2014: the title before, the title after, and the code that stays. */
export function provisions(data: PaperData, sources: Sources): Block[] {
  const { ctc } = data.agencies
  const { changes } = data
  const ofSectors = new Set(changes.ofSectors.map(({ id }) => id))
  const count = (item: { id: string; key: string }): Line => [
    figure(
      ctc.byItem.get(item.id) ?? 0,
      `authorizations touched by the change to ${item.key}`,
      sources.dependents(ctc, { item: item.id }),
    ),
  ]
  const subjects = (item: string): Line => [ctc.subjectsByItem.get(item)?.join(', ') ?? 'none found']
  const sectors = changes.shown.filter(({ id }) => ofSectors.has(id))
  const others = changes.shown.filter(({ id }) => !ofSectors.has(id)).slice(0, MOST)
  return [
    ...table(
      'Sectors, before and after',
      ['Sector', 'Before', 'After', 'Subject codes of authorizations', 'Authorizations'],
      sectors.map(({ item, class: name, before, after, successors }): Line[] => [
        [link(item.key, sources.changes({ item: item.id }), '(the change in full)')],
        name === 'added' ? ['none'] : [words(before?.title ?? item.title)],
        name === 'added' || name === 'label' || name === 'editorial'
          ? [words(after?.title ?? item.title)]
          : [`${CLASS_WORDS[name].name}; what follows: `, ...following(successors)],
        subjects(item.id),
        count(item),
      ]),
    ),
    ...(sectors.length === 0
      ? [paragraph('No sector comes, goes or gets another title.')]
      : [
          paragraph(
            'A subject code belongs to the Commission. This change to the standards gives no subject code another spelling.',
          ),
        ]),
    ...table(
      sectors.length === 0 ? 'What changes in the standards' : 'What else changes in the standards',
      ['Item', 'Change', 'Subject codes of authorizations', 'Authorizations'],
      others.map((change): Line[] => [
        [link(change.item.key, sources.changes({ item: change.item.id }), '(the change in full)')],
        plainChange(change),
        subjects(change.item.id),
        count(change.item),
      ]),
    ),
    ...(changes.total > sectors.length + others.length
      ? [
          paragraph(
            'In all: ',
            counted(changes.total, ['change', 'changes'], sources.changes()),
            ', with what goes along.',
          ),
        ]
      : []),
  ]
}

function following(successors: PaperData['changes']['shown'][number]['successors']): Inline[] {
  if (successors === null || successors === 'unknown') return [UNKNOWN]
  if (successors === 'none') return ['nothing']
  return [words(successors.map(({ framework, key, title }) => `${key}, ${title} (${framework})`).join('; '))]
}
