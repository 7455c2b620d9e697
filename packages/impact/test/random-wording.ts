// Made-up texts of one to three sentences, with lists, exclusions, quantities and conditions, and edits upon them.
import fc from 'fast-check'

const word = fc.constantFrom(
  ...['pumps', 'tools', 'clean', 'safe', 'paint', 'welding', 'soil', 'steel', 'color', 'colour', 'plans', 'records'],
)
const member = fc.oneof(
  word,
  fc.tuple(word, word).map(pair => pair.join(' ')),
  word.map(each => `in ${each}`),
)
const list = fc
  .tuple(fc.array(member, { minLength: 1, maxLength: 4 }), fc.constantFrom('and', 'or'), fc.boolean())
  .map(([members, conjunction, serial]) => {
    if (members.length === 1) return members[0]!
    const comma = serial && members.length > 2 ? ',' : ''
    return `${members.slice(0, -1).join(', ')}${comma} ${conjunction} ${members.at(-1)}`
  })
const part = fc.constantFrom(
  ...[
    'who are',
    'excluding',
    'except',
    'without',
    'such as',
    'limited to',
    'in',
    'of all',
    'of some',
    'with',
    'each',
    'for grades 9-12 and',
  ],
)
const sentence = fc
  .tuple(
    fc.constantFrom('Covers', 'Excludes', 'Explain', 'Use all', 'Never use', 'Plan'),
    list,
    fc.option(fc.tuple(part, list)),
  )
  .map(([opening, first, rest]) => `${opening} ${first}${rest === null ? '' : ` ${rest.join(' ')}`}.`)

export const texts = fc.array(sentence, { minLength: 1, maxLength: 3 }).map(sentences => sentences.join(' '))

export type Edit = { at: number; take: number; give: string }

/** At a word: take away up to four, and put something in their place. */
export const edits = fc.array(
  fc.record({
    at: fc.nat(),
    take: fc.nat(4),
    give: fc.oneof(
      fc.constant(''),
      fc.constant(''),
      list,
      fc.constantFrom('and steel', ', excluding soil,', 'selected', 'all', ',', '-', '. Limited to soil.', 'Steel'),
    ),
  }),
  { minLength: 1, maxLength: 2 },
)

export function edited(text: string, { at, take, give }: Edit): string {
  const words = text.split(' ')
  const from = at % words.length
  return [...words.slice(0, from), ...(give === '' ? [] : [give]), ...words.slice(from + take)].join(' ')
}
