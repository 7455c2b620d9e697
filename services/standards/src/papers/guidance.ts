import { GUIDANCE } from './facts.ts'
import { type Block, counted, heading, type Line, list, paragraph } from './paper.ts'
import type { PaperData } from './paper-data.ts'
import type { Sources } from './sources.ts'
import { dateOf, UNKNOWN } from './wording.ts'

const NOT_YET = 'Not yet determined by the Commission.'
const noun = ['teaching authorization', 'teaching authorizations'] as const

/** Only as far as the Commission has decided; where it has not, nothing is said in its place. */
export function guidance(data: PaperData, sources: Sources): Block[] {
  const { ctc } = data.agencies
  const day = dateOf(data.dates, 'regulation')
  const named = day === UNKNOWN ? 'the effective date (unknown)' : day
  const decided = ctc.dispositions.filter(({ disposition }) => disposition in GUIDANCE)
  const part = (title: string, say: 'until' | 'from'): Block[] => [
    heading(title, 3),
    ...(decided.length === 0
      ? [paragraph(NOT_YET)]
      : list(
          decided.map(
            ({ disposition, count }): Line => [
              'For ',
              counted(count, noun, sources.dependents(ctc, { disposition })),
              `: ${GUIDANCE[disposition]![say]}`,
            ],
          ),
        )),
  ]
  const others = ctc.dispositions.filter(({ disposition }) => !(disposition in GUIDANCE))
  const left = ctc.total - ctc.dispositions.reduce((sum, { count }) => sum + count, 0)
  return [
    ...part(`Before ${named}`, 'until'),
    ...part(`From ${named}`, 'from'),
    ...list(
      others.map(
        ({ disposition, meaning, count }): Line => [
          'Also decided, for ',
          counted(count, noun, sources.dependents(ctc, { disposition })),
          `: ${disposition.replaceAll('-', ' ')}. ${meaning}`,
        ],
      ),
    ),
    ...(decided.length > 0 && left > 0 ? [paragraph(`For the other authorizations touched: ${NOT_YET}`)] : []),
  ]
}
