import t from 'tap'
import { hasOperation, type Operation, operationInWords } from '../web/src/pages/decoder/editions.ts'

const why = { reason: null, follows: null }
const adding: Operation = {
  ...{ op: 'add-rule', courseCode: '7100', document: 'CTE', authorization: 'R4T', subject: 'EU' },
  ...{ authType: 'Full', condition: null, verified: false, ...why },
}

t.test('each operation says in words what it does, codes and all', async t => {
  const said: [Operation, RegExp][] = [
    [adding, /^7100 admits CTE\/R4T\/EU \(Full\)$/],
    [{ ...adding, subject: '*' }, /every subject of CTE\/R4T/],
    [{ op: 'drop-rule', rule: '7400:CTE/R4T/MSS', ...why }, /7400:CTE\/R4T\/MSS is dropped; it stays readable/],
    [{ op: 'recode-rule', rule: '7400:CTE/R4T/MSS', subject: 'FAB', ...why }, /goes over to subject FAB$/],
    [
      { op: 'recode-course-code', courseCode: '7400', to: ['7401', '7402'], ...why },
      /7401 and 7402; the old code has none/,
    ],
    [
      { op: 'revise-rule', rule: '7400:CTE/R4T/MSS', condition: null, verified: true, ...why },
      /no condition, verified$/,
    ],
    [{ op: 'revise-authorization', authorization: 'CTE/R4T/EU', notes: null, ...why }, /another notes none$/],
    [
      { op: 'recode-authorization', authorization: 'CTE/R4T/EU', subject: 'ENR', withRules: true, ...why },
      /admit the new one too/,
    ],
    [{ op: 'drop-authorization', authorization: 'CTE/R4T/EU', ...why }, /is closed; no authorization is ever deleted/],
    [{ op: 'retitle-subject', subject: 'FAB', title: 'Commerce', from: null, ...why }, /from a day that is not known/],
    [{ op: 'end-subject', subject: 'FAB', on: '2028-06-30', ...why }, /no longer after 2028-06-30$/],
    [{ op: 'end-grandfathering', rule: 'mss-2027', through: '2030-06-30', ...why }, /mss-2027 holds until 2030-06-30$/],
  ]
  for (const [operation, words] of said) t.match(operationInWords(operation), words, operation.op)
})

t.test('a suggestion that was taken over is known again, whatever reason was given for it', async t => {
  t.ok(hasOperation([{ ...adding, reason: 'Suggested by a flag', follows: 'add' }], adding))
  t.notOk(hasOperation([{ ...adding, courseCode: '7110' }], adding))
  t.notOk(hasOperation([], adding))
})
