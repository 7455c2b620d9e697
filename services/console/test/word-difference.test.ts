import t from 'tap'
import { wordDifference } from '../web/src/parts/word-difference.ts'

const shown = (before: string, after: string) =>
  wordDifference(before, after).map(({ kind, text }) => ({ same: ' ', removed: '-', added: '+' })[kind] + text)

t.test('what stays, goes and comes is told word by word', async t => {
  t.strictSame(shown('Use hand tools safely.', 'Use hand and power tools safely.'), [
    ' Use hand ',
    '+and power ',
    ' tools safely.',
  ])
  t.strictSame(shown('one two three', 'one zwei drei three'), [' one ', '-two ', '+zwei drei ', ' three'])
  t.strictSame(shown('', 'all new'), ['+all new'])
  t.strictSame(shown('same', 'same'), [' same'])
})

t.test('either text can be put together again', async t => {
  const texts = ['', 'a', 'a  b\nc d', 'd c b a', 'x a b y c d z', 'a b c d a b c d']
  for (const before of texts)
    for (const after of texts) {
      const runs = wordDifference(before, after)
      const of = (other: string) => runs.flatMap(({ kind, text }) => (kind === other ? [] : text)).join('')
      t.equal(of('added'), before)
      t.equal(of('removed'), after)
    }
})

t.test('texts that are very long come out whole', async t => {
  const long = (word: string) => Array.from({ length: 1500 }, (_, n) => `${word}${n}`).join(' ')
  t.strictSame(
    wordDifference(long('a'), long('b')).map(({ kind }) => kind),
    ['removed', 'added'],
  )
})
