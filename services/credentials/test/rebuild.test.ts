import { setTimeout as delay } from 'node:timers/promises'
import type { Bus } from '@cte-align/bus'
import { openDatabase } from '@cte-align/service'
import t from 'tap'
import { buildCredentials } from '../src/app.ts'
import { otherService } from './other-services.ts'
import { callOn, item, withCredentials } from './with-credentials.ts'

t.test('rebuilds asked for at once are one, and a bus that is away meanwhile is listened to again', async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { db, bus } = service
  await service.app.close()
  const memory = bus.join()
  const standards = await otherService(bus.join(), 'standards')
  const courseCodes = await otherService(bus.join(), 'course-codes')
  let [away, listening] = [false, 0]
  const flaky: Bus = {
    ...memory,
    async consume(options) {
      if (away) throw new Error('The bus is away')
      const { stop } = await memory.consume(options)
      listening++
      return {
        async stop() {
          listening--
          await stop()
        },
      }
    },
  }
  const again = await openDatabase(process.env.MONGODB_URI!, db.connection.name)
  const app = await buildCredentials({
    env: { LOG_LEVEL: 'silent', NATS_MONITOR_URL: undefined },
    db: again,
    bus: flaky,
  })
  t.teardown(() => app.close())
  const call = callOn(app, 'id=ops; agency=CTC; role=administrator')

  const answers = await Promise.all([call('POST', '/rebuild'), call('POST', '/rebuild'), call('POST', '/rebuild')])
  t.match(answers, [{ status: 200 }, { status: 200 }, { status: 200 }])
  t.equal(listening, 2, 'one inbox for each source')

  away = true
  t.match(await call('POST', '/rebuild'), { status: 200 })
  t.equal(listening, 0)
  away = false
  await courseCodes.say('cte.calpads.course-code.changed', {
    dependent: { kind: 'course-code', key: '7100', title: 'Introduction', level: 'introductory' },
    added: [],
    removed: [],
  })
  await standards.say('cte.cde.proposal.opened', {
    proposal: 'p',
    framework: item('AGR').framework,
    title: 'A proposal',
  })
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await call('GET', '/positions')
    if (body['/cte/standards'] === 1 && body['/cte/course-codes'] === 1) break
    await delay(50)
  }
  t.match((await call('GET', '/positions')).body, { '/cte/standards': 1, '/cte/course-codes': 1 })
  t.equal(listening, 2)
})
