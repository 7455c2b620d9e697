import {
  type Change,
  type CourseCodeConsequence,
  CteEvent,
  idFrom,
  releaseDigest,
  releaseRef,
  rpc,
  toSequence,
} from '@cte-align/contracts'
import type { Bus } from '@cte-align/service'
import { item, MCS } from './with-course-codes.ts'

type Said = Pick<Change, 'class' | 'aspect' | 'before' | 'after' | 'successors'>
const release = releaseRef(MCS, 2)

/** A change of `AGR.A` (a pathway) that reaches its own subtree and nothing else. */
export const changeOf = (key: string, said: Partial<Said>): Change => ({
  ...{ id: `${release.id}:${item(key).id}:existence`, release: release.id, item: item(key), aspect: 'existence' },
  ...{ class: 'retired', rule: 'test/rule', override: null, before: null, after: null, added: null, within: null },
  ...{ successors: 'none', assignments: [], lineage: null, fingerprints: { before: 'a', after: 'b' }, ...said },
})

/** Standards publishes a first release, which changes nothing, and its second with these changes. */
export async function sayRelease(bus: Bus, changes: Change[], schoolYear: string | null = null): Promise<void> {
  const dates = { adoption: null, effective: null, calpadsSchoolYear: schoolYear }
  const messages = changes.map((change, index) => ({
    ...{ release, number: index + 1, change, part: { number: 1, of: 1 } },
    reach: [{ item: change.item, scope: 'subtree' as const, path: [{ edge: 'change' as const, item: change.item }] }],
  }))
  const first = { release: releaseRef(MCS, 1), title: 'The first', dates, changes: 0, messages: 0 }
  const published = { release, title: 'A release', dates, changes: changes.length, messages: messages.length }
  const events = [
    { type: 'cte.cde.release.published', data: { ...first, digest: releaseDigest([]) } },
    ...messages.map(data => ({ type: 'cte.cde.item.changed', data })),
    { type: 'cte.cde.release.published', data: { ...published, digest: releaseDigest(messages) } },
  ]
  for (const [index, { type, data }] of events.entries()) {
    const event = CteEvent.parse({
      ...{ specversion: '1.0', id: idFrom('test-cde', index), source: '/cte/standards', type, subject: release.id },
      ...{ time: '2026-11-22T12:00:00.000Z', datacontenttype: 'application/json', dataschema: `/schemas/${type}` },
      ...{ sequence: toSequence(index + 1), correlationid: 'test', data },
    })
    await bus.publish(`${type}.${MCS}`, event)
  }
}

/** Answers for standards what a proposal may mean. */
export const serveConsequences = (bus: Pick<Bus, 'serve'>, courseCodes: CourseCodeConsequence[]) =>
  bus.serve(rpc.consequences, async function* (data) {
    const { proposal } = data as { proposal: string }
    if (proposal.startsWith('0'))
      throw Object.assign(new Error(`No proposal ${proposal}`), { code: 'CTE_NO_SUCH_PROPOSAL' })
    yield { piece: 'course-codes', courseCodes }
    yield { piece: 'summary', proposal, revision: 3, digest: 'abc' }
  })
