import { type Block, counted, figure, type Line, link, paragraph, table, words } from './paper.ts'
import type { PaperData } from './paper-data.ts'
import type { Sources } from './sources.ts'
import { itemWords } from './wording.ts'

const OUTCOMES = {
  refused: 'Permitted today, no longer then',
  permitted: 'Not permitted today, permitted then',
  unknown: 'Nobody can say',
} as const

/** The decoder comparison: what the misassignments of the first year would come from. Nothing of a release: it is worked out before publishing. */
export function whoMayTeach({ decoder }: PaperData, sources: Sources, { most }: { most: number }): Block[] {
  if (decoder === null)
    return [paragraph('Worked out for proposals only. What CTC has decided is in its flags and its assignment rules.')]
  const { permitted, refused, unknown, withoutPair } = decoder
  if (permitted + refused + unknown === 0)
    return [
      paragraph(
        'No pair of course code and authorization would come or go: who may teach a course code stays as it is.',
      ),
    ]
  const counts = (['refused', 'permitted', 'unknown'] as const).map((outcome): Line[] => [
    [OUTCOMES[outcome]],
    [figure(decoder[outcome], `pairs: ${OUTCOMES[outcome].toLowerCase()}`, sources.pairs(outcome))],
  ])
  const pairs = decoder.pairs
    .slice(0, most)
    .map(({ courseCode, authorization, outcome, from, to }): Line[] => [
      [link(courseCode.key, sources.catalogue(courseCode)), ', ', words(courseCode.title)],
      [link(authorization.key, sources.catalogue(authorization))],
      [OUTCOMES[outcome]],
      itemWords(from),
      to === null ? ['unknown'] : itemWords(to),
    ])
  const certain = permitted + refused
  return [
    paragraph(
      certain === 0
        ? 'Whether the pairs of a course code and an authorization that rest on what changes would stay, nobody can say: what follows lies in another framework, is not decided, or is not verified.'
        : 'If the table of assignment rules followed the standards, these pairs of a course code and an authorization would come or go.',
      ' CTC keeps the table of assignment rules and decides.',
    ),
    ...table('Pairs of course code and authorization', ['What would become of them', 'Pairs'], counts),
    ...(withoutPair === 0
      ? []
      : [
          paragraph(
            counted(withoutPair, ['course code', 'course codes'], sources.withoutPair),
            ' would be left without one authorization that is certain.',
          ),
        ]),
    ...table('Pairs that would come or go', ['Course code', 'Authorization', 'What', 'From', 'To'], pairs),
    ...(pairs.length > 0 && pairs.length < certain
      ? [
          paragraph(
            `Shown here: ${pairs.length} of `,
            counted(permitted + refused + unknown, ['pair', 'pairs'], sources.pairs()),
            '.',
          ),
        ]
      : []),
  ]
}
