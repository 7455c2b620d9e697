import { CteEvent } from '@cte-align/contracts'
import t from 'tap'
import { EXPLANATIONS, explainEvent } from '../web/src/pages/events/explain-event.ts'

const types = CteEvent.options.map(option => option.shape.type.value)
const at = { subject: '7600', source: '/cte/course-codes' }

t.test('every type of event that there is has a sentence, and no sentence is for a type that is not', async t => {
  t.strictSame(
    Object.keys(EXPLANATIONS)
      .map(name => `cte.${name}`)
      .sort(),
    [...types].sort(),
  )
})

t.test('an event that came in part, or empty, is still explained and links nowhere false', async t => {
  for (const type of types)
    for (const data of [null, {}, { dependent: {} }, { release: 5 }]) {
      const { says, about } = explainEvent({ ...at, type, data })
      t.match(says, /^[A-Z].*\.$/s, `${type}: ${says}`)
      for (const { to } of about) t.notMatch(to, /undefined|\/$|null/, `${type}: ${to}`)
    }
})

t.test('a flag says whom, how hard and by which release, and leads there', async t => {
  const data = {
    flag: 'f1',
    release: { id: 'ca-mcs-2013@2', framework: 'ca-mcs-2013', number: 2 },
    dependent: { kind: 'authorization', key: 'CTE/R4T/EU', title: 'Energy', level: null },
    severity: 'breaking',
    classes: ['retired'],
    causes: 3,
    state: 'open',
  }
  const { says, about } = explainEvent({ ...at, type: 'cte.ctc.authorization.flagged', data })
  t.equal(says, 'Authorization CTE/R4T/EU was flagged (breaking) by release ca-mcs-2013@2, for 3 causes.')
  t.strictSame(
    about.map(({ to }) => to),
    ['/queue/ctc/flags/f1', '/standards/authorizations/CTE/R4T/EU', '/releases/ca-mcs-2013%402'],
  )
})

t.test('the reason that somebody gave is told, and none is made up', async t => {
  const moved = { proposal: 'p1', framework: 'ca-mcs-2013', title: 'Energy (hypothetical)', reason: 'Ready' }
  t.match(explainEvent({ ...at, type: 'cte.cde.proposal.submitted', data: moved }), {
    says: 'Proposal “Energy (hypothetical)” was submitted for review.',
    why: 'Ready',
    about: [{ to: '/proposals/p1' }],
  })
  t.equal(explainEvent({ ...at, type: 'cte.cde.proposal.opened', data: moved.title }).why, null)
})

t.test('a type that is newer than the page is shown by its name', async t => {
  t.equal(explainEvent({ ...at, type: 'cte.cde.moon.risen', data: {} }).says, 'cte.cde.moon.risen happened to 7600.')
})
