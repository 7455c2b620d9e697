import { setTimeout as delay } from 'node:timers/promises'
import type { Bus } from '@cte-align/bus'
import {
  type DecoderQuestion,
  type DecoderQuestionReply,
  DecoderQuestionRequest,
  idFrom,
  rpc,
} from '@cte-align/contracts'
import t from 'tap'
import { catalogue, rule } from './builders.ts'
import { otherService } from './other-services.ts'
import { item, MCS, withCredentials } from './with-credentials.ts'

const owners = [item('AGR'), item('BUS')]
/** The pathway AGR.A comes under BUS. */
const MOVED: DecoderQuestion = {
  owners,
  moves: [{ items: [item('AGR.A').id], manner: 'moved', from: 0, to: 1, doubt: null, assigned: [] }],
}
/** The sector AGR goes, and nobody says what follows. */
const GONE: DecoderQuestion = {
  owners,
  moves: [{ items: [item('AGR').id], manner: 'gone', from: 0, to: null, doubt: 'successor-unknown', assigned: [] }],
}

const ANSWERS: Record<string, DecoderQuestionReply> = {
  'proposal moved': { answer: 'question', title: 'Moved', release: null, question: MOVED },
  [`release ${MCS}@2`]: { answer: 'question', title: 'Gone', release: `${MCS}@2`, question: GONE },
  'proposal broken': { answer: 'refused', detail: 'Operation 1 does not fit' },
  'proposal large': { answer: 'too-many' },
}

const answerFor = (bus: Pick<Bus, 'serve'>) =>
  bus.serve(rpc.decoderQuestion, async function* (data) {
    const { kind, id } = DecoderQuestionRequest.parse(data)
    yield ANSWERS[`${kind} ${id}`] ?? { answer: 'unknown' }
  })

t.test('today’s decoder as it would follow a proposal or a release is a side like any other', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call, bus } = service
  const rules = [rule('7100:CTE/R4T/ANR'), rule('7100:TC1/R1S/AGRI'), rule('7000:CTE/R4T/*')]
  await call('POST', '/imports', catalogue({ assignmentRules: rules }))
  await linkCourseCode(bus, '7100', 'AGR.A')
  const heard = () => service.db.connection.collection('links').countDocuments({ 'dependent.key': '7100' })
  for (let tries = 0; tries < 200 && (await heard()) === 0; tries++) await delay(20)
  await answerFor(bus.join())

  const moved = await call('GET', '/decoder/compare?to=proposal:moved')
  t.equal(moved.status, 200, JSON.stringify(moved.body))
  const rows = moved.body.items.map(
    (row: Record<string, string>) => `${row.what} ${row.outcome} ${row.courseCode}:${row.authorization}`,
  )
  t.strictSame(rows, [
    'rule dropped 7100:CTE/R4T/ANR',
    'rule added 7100:CTE/R4T/FAB',
    'pair refused 7100:CTE/R4T/ANR',
    'pair permitted 7100:CTE/R4T/FAB',
  ])
  t.match(moved.body.items[0], {
    sectors: [{ key: 'AGR' }],
    because: /today’s decoder following proposal “Moved”; .*TC1\/R1S\/AGRI/,
  })
  const gone = await call('GET', `/decoder/compare?to=release:${MCS}@2`)
  t.match(gone.body.items, [
    { what: 'pair', outcome: 'unknown', courseCode: '7100', authorization: 'CTE/R4T/ANR', after: 'not known' },
  ])
  t.match(gone.body.summary, { to: { doubtful: 1 } })
  const away = await call('GET', `/decoder/compare?from=proposal:moved&to=release:${MCS}@2&what=rule`)
  t.strictSame(
    away.body.items.map((row: { outcome: string }) => row.outcome),
    ['added', 'dropped'],
  )

  t.match(await call('GET', '/decoder/compare?to=proposal:none'), {
    status: 404,
    body: { code: 'CTE_NO_SUCH_SIDE', detail: 'There is no proposal none' },
  })
  t.match(await call('GET', '/decoder/compare?to=proposal:broken'), {
    status: 422,
    body: { code: 'CTE_SIDE_REFUSED', detail: /Operation 1/ },
  })
  t.match(await call('GET', '/decoder/compare?to=proposal:large'), { status: 422, body: { detail: /divide it/ } })
})

/** As the course-codes service says it. */
async function linkCourseCode(bus: Parameters<typeof otherService>[0], code: string, at: string): Promise<void> {
  const codes = await otherService(bus, 'course-codes')
  const dependent = { kind: 'course-code', key: code, title: `Course ${code}`, level: null } as const
  const link = {
    id: idFrom('link', code),
    dependent,
    framework: MCS,
    item: item(at),
    any: null,
    lineage: [item('AGR')],
  }
  await codes.say('cte.calpads.course-code.changed', {
    dependent,
    added: [{ ...link, release: 1, verified: true, basis: 'a test' }],
    removed: [],
  } as never)
}
