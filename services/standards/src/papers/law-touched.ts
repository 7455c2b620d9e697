import { LAW_ON_SECTORS } from './facts.ts'
import { type Block, counted, type Line, link, list, paragraph } from './paper.ts'
import type { PaperData } from './paper-data.ts'
import type { Sources } from './sources.ts'

/** What of law speaks of what changes: the number of sectors, or their titles. Nothing else is looked for, and the paper says so. */
export function lawTouched({ changes, framework, of, sectors, release }: PaperData, sources: Sources): Block[] {
  const beyond = 'No other law was looked for.'
  const number = changes.ofSectors.some(
    ({ aspect, class: name }) => aspect === 'existence' && name !== 'scope-broadened',
  )
  if (changes.ofSectors.length === 0)
    return [
      paragraph(
        `The change leaves the number and the titles of the sectors as they are, which is what the provisions known here speak of. ${beyond}`,
      ),
    ]
  const touched = LAW_ON_SECTORS.filter(({ touchedBy }) => touchedBy === 'titles' || number)
  const base = of.kind === 'proposal' ? of.base : release.number - 1
  const rows = touched.map((law): Line => [`${law.citation} ${law.says}. Read in: ${law.source}.`])
  const today: Line =
    base === 0
      ? []
      : [
          of.kind === 'proposal' ? 'The framework has ' : 'Before this release the framework had ',
          counted(sectors, ['sector', 'sectors'], sources.sectors(framework.key, base)),
          number ? '; this change makes it another number.' : '; the number stays.',
        ]
  const named = changes.ofSectors.map(({ item }) => item)
  const unique = [...new Map(named.map(item => [item.id, item])).values()]
  return [
    paragraph(...today),
    ...list(rows),
    paragraph(
      'Touched by the change to ',
      ...unique.flatMap((item, at) => [
        ...(at === 0 ? [] : [', ']),
        link(item.key, sources.changes({ item: item.id }), `(${item.kind}), the change in full`),
      ]),
      `. Whether it must be amended is a question for counsel. ${beyond}`,
    ),
  ]
}
