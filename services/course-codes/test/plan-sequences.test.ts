import t from 'tap'
import { catalogue, courseCode } from './builders.ts'
import { type Answer, MCS, withCourseCodes } from './with-course-codes.ts'

const reason = 'a test'
const years = { effectiveFrom: '2020-21', effectiveTo: '2039-40' }
const recoded = (from: string, to: string, level: string, item: string | null) => ({
  ...{ kind: 'Change; code', from: [from], to: [to], successor: 'named', reason },
  newCodes: [
    { code: to, title: `New ${to} (hypothetical)`, level, item: item === null ? null : { framework: MCS, item } },
  ],
})

t.test('a draft says whether the sequences that it touches hold', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { call, db } = service
  const courseCodes = catalogue().courseCodes.map(row =>
    row.code === '7111' || row.code === '7112' ? courseCode(row.code, row.level, ['AGR.A'], years) : row,
  )
  await call('POST', '/imports', catalogue({ courseCodes }))
  const sequencesOf = async (entries: object[]) => {
    const plan = await call('POST', '/code-plans', { title: 'Plan (hypothetical)', schoolYear: '2027-28', reason })
    const match = { 'if-match': String(plan.headers.etag) }
    const added: Answer = await call('POST', `/code-plans/${plan.body.id}/entries`, { entries, reason }, match)
    t.equal(added.status, 200, JSON.stringify(added.body))
    return (await call('GET', `/code-plans/${plan.body.id}/sequences`)).body
  }
  type Found = { code: string; already: boolean; message: string }
  const brought = ({ findings }: { findings: Found[] }) =>
    findings.filter(({ already }) => !already).map(({ code }) => code)

  await t.test('codes that follow on one pathway together leave it whole', async t => {
    const outbox = () => db.connection.collection('outbox').countDocuments()
    const before = await outbox()
    const told = await sequencesOf([
      recoded('7111', '7113', 'concentrator', 'AGR.A'),
      recoded('7112', '7114', 'capstone', 'AGR.A'),
    ])
    t.match(told, { from: '2026-27', to: '2027-28', counts: { breaks: 0, pairs: { holds: 1, breaks: 0 } } })
    t.match(told.pairs, [{ concentrator: '7111', capstone: '7112', state: 'holds', by: ['7114'] }])
    t.match(told.before, [{ item: 'AGR.A', concentrator: ['7111'], capstone: ['7112'], complete: true }])
    t.match(told.after, [{ item: 'AGR.A', concentrator: ['7113'], capstone: ['7114'], complete: true }])
    t.equal(await outbox(), before, 'nothing is said of it')
  })
  await t.test('codes that follow on two pathways break it, and both pathways are shown', async t => {
    const told = await sequencesOf([
      recoded('7111', '7113', 'concentrator', 'AGR.A'),
      recoded('7112', '7114', 'capstone', 'AGR.B'),
    ])
    t.ok(brought(told).includes('CTE_MID_SEQUENCE_BROKEN'))
    t.ok(brought(told).includes('CTE_LEVEL_MISSING'), 'AGR.A has no capstone any more')
    t.match(told.counts, { breaks: brought(told).length, pairs: { breaks: 1 } })
    t.strictSame(
      told.after.map(({ item }: { item: string }) => item),
      ['AGR.A', 'AGR.B'],
    )
  })
  await t.test('a pathway that all its codes leave together is left, not broken', async t => {
    const told = await sequencesOf([
      recoded('7111', '7113', 'concentrator', 'AGR.B'),
      recoded('7112', '7114', 'capstone', 'AGR.B'),
    ])
    t.match(told.counts, { breaks: 0, pairs: { holds: 1, breaks: 0 } })
    t.ok(brought(told).includes('CTE_LEVEL_MISSING'), 'that AGR.A has no code is told')
    t.match(told.after, [
      { item: 'AGR.A', complete: false },
      { item: 'AGR.B', complete: true },
    ])
  })
  await t.test('a code that ends with nobody knowing what follows is unknown, not broken', async t => {
    const told = await sequencesOf([{ kind: 'Archived', from: ['7112'], successor: 'unknown', reason }])
    t.match(told.pairs, [{ state: 'unknown', why: 'Nobody says what follows 7112' }])
    t.ok(brought(told).includes('CTE_SUCCESSOR_UNKNOWN'))
  })
  await t.test('a new code whose item is not there is told, and stands on no pathway', async t => {
    const told = await sequencesOf([recoded('7112', '7114', 'capstone', 'AGR.Z')])
    t.match(told.unplaced, [{ path: /7114/, message: /AGR\.Z/ }])
    t.match(told.after, [{ item: 'AGR.A', capstone: [] }])
  })
  await t.test('a plan that touches none has none to show', async t => {
    t.match(await sequencesOf([{ kind: 'No change', from: ['7111'], reason }]), { before: [], after: [], pairs: [] })
  })
})
