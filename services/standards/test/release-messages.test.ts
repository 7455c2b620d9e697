import { type EventData, MAX_EVENT_BYTES } from '@cte-align/contracts'
import t from 'tap'
import { refuseTooLarge } from '../src/release-messages.ts'

const release = { id: 'mcs@2', framework: 'mcs', number: 2 }
/** As many messages, each almost as large as an event may be. */
const messages = (count: number, bytes = MAX_EVENT_BYTES - 8192) =>
  Array.from({ length: count }, () => ({ change: { item: { key: 'ICT' } }, reach: 'x'.repeat(bytes) }))

t.test('a release may come to 72 MB, and no change to more than an event', async t => {
  const refuse = (given: object[]) => refuseTooLarge(release as never, given as EventData<'cte.cde.item.changed'>[])
  const most = Math.floor((72 * 1024 * 1024) / (MAX_EVENT_BYTES - 7000))
  refuse(messages(most))
  t.throws(() => refuse(messages(most + 2)), { code: 'CTE_RELEASE_TOO_LARGE' })
  t.throws(() => refuse(messages(1, MAX_EVENT_BYTES)), { code: 'CTE_CHANGE_TOO_LARGE' })
})
