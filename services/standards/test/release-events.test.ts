import t from 'tap'
import type { ReleaseDoc } from '../src/release.ts'
import { releaseEvents } from '../src/release-events.ts'
import { releaseView } from '../src/routes/shapes.ts'

const release = (number: number, rest: Partial<ReleaseDoc> = {}): ReleaseDoc => ({
  _id: `ca-mcs-2013@${number}`,
  framework: 'ca-mcs-2013',
  number,
  base: number - 1,
  proposal: 'p',
  title: 'A release (hypothetical)',
  reason: 'To see',
  dates: { adoption: null, effective: null },
  by: { id: 'mlopez', agency: 'CDE', role: 'publisher' },
  correlationId: 'c',
  status: 'published',
  startedAt: new Date('2026-11-22T12:00:00.000Z'),
  publishedAt: new Date('2026-11-22T12:00:00.000Z'),
  inForceFrom: '2026-11-22',
  changes: 0,
  messages: 0,
  digest: 'd',
  ...rest,
})

t.test('an erratum tells and shows what it corrects', async t => {
  const erratum = release(3, { corrects: 'ca-mcs-2013@2' })
  t.match(releaseEvents(erratum, [], []), [{ data: { corrects: 'ca-mcs-2013@2' } }])
  t.equal(releaseView(erratum).corrects, 'ca-mcs-2013@2')
})

t.test('an ordinary release, and one written before there were errata, tells nothing of it and shows null', async t => {
  for (const ordinary of [release(3), release(3, { corrects: null })]) {
    t.notOk('corrects' in releaseEvents(ordinary, [], []).at(-1)!.data)
    t.equal(releaseView(ordinary).corrects, null)
  }
})
