import { type Change, CteEvent, idFrom, releaseDigest, releaseRef, toSequence } from '@cte-align/contracts'
import type { Bus } from '@cte-align/service'
import { MCS } from './with-course-codes.ts'

/** Standards publishes its first release and then, with these changes, its second. */
export async function sayTwoReleases(bus: Bus, changes: Change[]): Promise<void> {
  let sequence = 0
  for (const number of [1, 2]) {
    const release = releaseRef(MCS, number)
    const messages = (number === 1 ? [] : changes).map((change, index) => ({
      ...{ release, number: index + 1, change, part: { number: 1, of: 1 } },
      reach: [{ item: change.item, scope: 'subtree' as const, path: [{ edge: 'change' as const, item: change.item }] }],
    }))
    const dates = { adoption: '2026-11-05', effective: '2027-07-01', calpadsSchoolYear: '2027-28' }
    const counts = { changes: messages.length, messages: messages.length, digest: releaseDigest(messages) }
    const said = [
      ...messages.map(data => ({ type: 'cte.cde.item.changed', data })),
      { type: 'cte.cde.release.published', data: { release, title: `Release ${number}`, dates, ...counts } },
    ]
    for (const { type, data } of said) {
      sequence++
      const event = CteEvent.parse({
        ...{
          specversion: '1.0',
          id: idFrom('test-cde', sequence),
          source: '/cte/standards',
          type,
          subject: release.id,
        },
        ...{ time: '2026-11-22T12:00:00.000Z', datacontenttype: 'application/json', dataschema: `/schemas/${type}` },
        ...{ sequence: toSequence(sequence), correlationid: 'test', data },
      })
      await bus.publish(`${type}.${MCS}`, event)
    }
  }
}
