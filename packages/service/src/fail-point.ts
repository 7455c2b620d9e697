import { existsSync } from 'node:fs'
import { failAt } from './env.ts'

/** Every place where a test may kill a service, and what has happened when it is reached. */
export const FAIL_POINTS = {
  'outbox.before-commit': 'Events are inserted in a transaction that has not committed.',
  'outbox.committed': 'The transaction holding a write and its events has committed; nobody has been told.',
  'relay.before-publish': 'The relay has read the next event and not published it.',
  'relay.published': 'The stream holds the event; the relay has not noted it.',
  'relay.position-written': 'The relay has noted how far it has published.',
  'consume.received': 'A batch has arrived and nothing was done with it.',
  'consume.before-commit': 'Writes and position are in a transaction that has not committed.',
  'consume.committed': 'The transaction has committed; nothing is acknowledged.',
  'consume.acked': 'The batch is acknowledged.',
  'assess.before': 'A release is complete and its assessment has not begun.',
  'assess.batch-written': 'Some flags of the release are written.',
  'assess.before-done': 'All flags are written; the release is not marked as assessed.',
  'assess.done': 'The release is marked as assessed.',
  'bulk.batches-written': 'The flags of a bulk action are written down; it has not begun.',
  'bulk.begun': 'A bulk action is written; no flag has moved.',
  'bulk.batch-moved': 'Some flags of a bulk action have moved.',
  'publish.begun': 'A release is written as publishing.',
  'publish.items-written': 'All items of the release are written.',
  'publish.changes-written': 'All changes of the release are written.',
  'publish.before-flip': 'Everything is written; the release is still publishing.',
  'publish.flipped': 'The release is published and its events are in the outbox.',
  'edition.begun': 'A rule edition is written as publishing, with all that it will write.',
  'edition.batch-written': 'A batch of the edition is written with its events.',
  'edition.before-flip': 'Everything is written; the edition is still publishing.',
  'edition.flipped': 'The edition is published and its event is in the outbox.',
} as const
export type FailPoint = keyof typeof FAIL_POINTS

const passed = new Map<string, number>()

/**
 * Kills this process without warning when CTE_FAIL_AT names the label. `label#3`: the third time; `label@/a/file`: only from when
 * that file is there, so that a service can start and come to rest first. Does nothing otherwise.
 */
export function failPoint(label: FailPoint): void {
  const wanted = failAt()
  if (wanted === undefined || wanted === '') return
  const [, name, nth = '1', armed] = /^([^#@]+)(?:#(\d+))?(?:@(.+))?$/.exec(wanted) ?? []
  if (name !== label || (armed !== undefined && !existsSync(armed))) return
  const times = (passed.get(label) ?? 0) + 1
  passed.set(label, times)
  if (times === Number(nth)) process.kill(process.pid, 'SIGKILL')
}
