import { QueryClient, QueryObserver } from '@tanstack/react-query'
import t from 'tap'
import { readAnew } from '../web/src/data/read-anew.ts'

t.test('a long read outlives the events that come meanwhile, and is followed by one more', async t => {
  const queries = new QueryClient()
  const aborted: number[] = []
  const answers: (() => void)[] = []
  const queryFn = ({ signal }: { signal: AbortSignal }) =>
    new Promise<number>(resolve => {
      const nth = answers.length + 1
      signal.addEventListener('abort', () => aborted.push(nth))
      answers.push(() => resolve(nth))
    })
  const observer = new QueryObserver<number>(queries, { queryKey: ['standards', 'a-long-one'], queryFn })
  t.teardown(observer.subscribe(() => {}))
  const asked = async (times: number) => {
    for (let n = 0; n < 50 && answers.length < times; n++) await new Promise(resolve => setImmediate(resolve))
    return answers.length
  }
  t.equal(await asked(1), 1)
  for (let event = 0; event < 5; event++) readAnew(queries, ['standards'])
  readAnew(queries, ['credentials'])
  t.equal(await asked(2), 1, 'it is not begun anew')
  answers[0]!()
  t.equal(await asked(2), 2, 'what happened meanwhile is read')
  t.equal(observer.getCurrentResult().data, 1, 'what came is shown until then')
  answers[1]!()
  t.equal(await asked(3), 2, 'once')
  t.equal(observer.getCurrentResult().data, 2)
  readAnew(queries)
  t.equal(await asked(3), 3, 'without a key all is read again')
  answers[2]!()
  t.strictSame(aborted, [])
})
