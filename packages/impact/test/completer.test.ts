import t from 'tap'
import { type CourseTaken, isCompleter } from '../src/index.ts'
import { course, dateless, way } from './sequence-builders.ts'

const pathway = way('BCT.A')
const codes = [
  course('7300', 'introductory', 'BCT'),
  course('7311', 'concentrator', 'BCT.A'),
  course('7312', 'capstone', 'BCT.A'),
  course('7315', 'concentrator', 'BCT.A', dateless),
  course('7322', 'capstone', 'BCT.B'),
  course('7000', 'exploratory', 'BCT'),
]
/** `took('7311 2025-26 passed')` */
const took = (...rows: string[]) =>
  isCompleter(
    rows.map(row => row.split(' ')).map(([code, schoolYear, grade]) => ({ code, schoolYear, grade }) as CourseTaken),
    pathway,
    codes,
  )
const answers = (...rows: string[]) => {
  const { completer, perkinsConcentrator } = took(...rows)
  return [completer.answer, perkinsConcentrator.answer]
}

t.test('concentrator and capstone passed with C- or better make a completer', async t => {
  t.strictSame(answers('7311 2025-26 passed', '7312 2026-27 passed'), ['yes', 'yes'])
  t.strictSame(answers('7311 2026-27 passed', '7312 2026-27 passed'), ['yes', 'yes'], 'in one year too')
})

t.test('two courses make a Perkins concentrator, and without a capstone no completer', async t => {
  t.strictSame(answers('7300 2024-25 passed', '7311 2025-26 passed'), ['no', 'yes'])
  t.match(took('7300 2024-25 passed', '7311 2025-26 passed').completer.reasons, [
    'No capstone of BCT.A among the courses (CERT124)',
  ])
  t.strictSame(answers('7311 2025-26 passed', '7311 2026-27 passed'), ['no', 'no'], 'one course twice is one course')
  t.strictSame(
    answers('7000 2025-26 passed', '7311 2026-27 passed'),
    ['no', 'no'],
    'an exploratory course is in no program',
  )
})

t.test('a capstone below C-, of another pathway, or before its concentrator completes nothing', async t => {
  t.match(took('7311 2025-26 passed', '7312 2026-27 not').completer, { answer: 'no', reasons: [/C- or better/] })
  t.match(took('7311 2025-26 passed', '7322 2026-27 passed').completer.reasons, [
    /CERT124/,
    '7322 does not belong to BCT.A',
  ])
  t.match(took('7311 2026-27 passed', '7312 2025-26 passed').completer, { answer: 'no', reasons: [/out of sequence/] })
})

t.test('a course outside its years does not count, one of unknown years may', async t => {
  t.match(took('7311 2019-20 passed', '7312 2026-27 passed').completer, {
    answer: 'no',
    reasons: [/CERT122/, /7311 was not in force in 2019-20/],
  })
  t.match(took('7315 2025-26 passed', '7312 2026-27 passed').completer, {
    answer: 'unknown',
    reasons: [/in force in 2025-26/],
  })
  t.strictSame(answers('7311 2025-26 passed', '7312 2026-27 unknown'), ['unknown', 'unknown'])
  t.strictSame(
    answers('7311 2025-26 not', '7312 2026-27 passed'),
    ['unknown', 'unknown'],
    'which grade completes a concentrator is not said',
  )
  t.strictSame(answers('8888 2025-26 passed', '7312 2026-27 passed'), ['unknown', 'unknown'])
})

t.test('one pair that is certain is enough, and nothing taken is an answer too', async t => {
  t.strictSame(answers('7315 2024-25 passed', '7311 2025-26 passed', '7312 2026-27 passed'), ['yes', 'yes'])
  t.strictSame(answers(), ['no', 'no'])
})
