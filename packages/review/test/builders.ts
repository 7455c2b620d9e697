import {
  allDates,
  type Change,
  type ChangeClass,
  type CourseLevel,
  CteEvent,
  type Dependent,
  type EventData,
  type ItemKind,
  type ItemRef,
  idFrom,
  type Link,
  type ReachedChange,
  type RuleEdge,
  releaseDigest,
  releaseRef,
  type Source,
  type Step,
  toSequence,
  type Wildcard,
} from '@cte-align/contracts'

export const MCS = 'ca-mcs-2013'
export const id = (key: string): string => idFrom('test', key)

/** `ICT` is a sector, `ICT.B` a pathway, `ICT.B5.0` a standard. */
export function ref(key: string, framework = MCS): ItemRef {
  const code = key.split('.')[1]
  const kind: ItemKind = code === undefined ? 'sector' : code.length === 1 ? 'pathway' : 'standard'
  return { framework, id: id(key), key, kind, title: `Title of ${key}` }
}

/** `CTE/R4T/EU` is an authorization, `7600` a course code, `EC 44260.9` a legal reference. */
export function dependent(key: string, level: CourseLevel | null = null): Dependent {
  const kind = key.includes('/') ? 'authorization' : key.includes(' ') ? 'legal-reference' : 'course-code'
  return { kind, key, title: `Title of ${key}`, level }
}

/** From a dependent to an item below the ancestors named, nearest first: `link('CTE/R4T/ICT', 'ICT.B', ['ICT'])`. */
export function link(to: string, key: string, above: string[] = [], rest: Partial<Link> = {}): Link {
  return {
    id: idFrom('link', to, key),
    dependent: dependent(to),
    framework: MCS,
    item: ref(key),
    any: null,
    lineage: above.map(one => ref(one)),
    release: 1,
    verified: true,
    basis: 'test',
    ...rest,
  }
}

export const wildcard = (to: string, any: Wildcard = 'sector'): Link => ({
  ...link(to, `any ${any}`),
  item: null,
  any,
})

export function rule(courseCode: string, authorization: string): RuleEdge {
  return {
    rule: `${courseCode}:${authorization}`,
    courseCode: dependent(courseCode),
    authorization: dependent(authorization),
    prefix: null,
    inferred: false,
    verified: true,
  }
}

export interface Says extends Partial<Change> {
  /** Ancestors that own the item, nearest first. */
  up?: string[]
  /** An item across a draft relation. */
  across?: ItemRef
}

/** A change of a class to an item, with its reach: the item's subtree, the owners, what is across. */
export function changed(changeClass: ChangeClass, key: string, { up = [], across, ...rest }: Says = {}): ReachedChange {
  const item = ref(key)
  const aspect = rest.aspect ?? 'existence'
  const start: Step[] = [{ edge: 'change', item }]
  const owners = up.map((one, n) => ({
    item: ref(one),
    scope: 'item' as const,
    path: [...start, ...up.slice(0, n + 1).map(owner => ({ edge: 'up' as const, item: ref(owner) }))],
  }))
  const step = { edge: 'across', crosswalk: 'draft', relationId: 'r1', relation: 'related', state: 'draft' } as const
  const beyond =
    across === undefined
      ? []
      : [{ item: across, scope: 'subtree' as const, path: [...start, { ...step, item: across }] }]
  return {
    change: {
      id: `${item.id}:${aspect}`,
      release: 'ca-mcs-2013@2',
      item,
      aspect,
      class: changeClass,
      rule: `test/${changeClass}`,
      override: null,
      before: null,
      after: null,
      added: null,
      within: null,
      successors: null,
      assignments: [],
      lineage: null,
      fingerprints: { before: 'before', after: `after ${key}` },
      ...rest,
    },
    reach: [{ item, scope: 'subtree', path: start }, ...owners, ...beyond],
  }
}

type Said = { [T in CteEvent['type']]: { type: T; data: EventData<T> } }[CteEvent['type']]

/** A log of another service: each event numbered, as its outbox would. */
export function createLog(source: Source) {
  const events: CteEvent[] = []
  return {
    events,
    say(said: Said): CteEvent {
      const sequence = events.length + 1
      const event = CteEvent.parse({
        specversion: '1.0',
        id: idFrom(source, sequence),
        source,
        subject: 'test',
        time: '2026-11-22T12:00:00.000Z',
        datacontenttype: 'application/json',
        dataschema: `/schemas/${said.type}`,
        sequence: toSequence(sequence),
        correlationid: 'correlation-1',
        ...said,
      })
      events.push(event)
      return event
    },
    /** The pieces of a release, one for each reach so that changes come in parts, and its header last. */
    publish(number: number, reached: ReachedChange[], framework = MCS, corrects?: string): CteEvent[] {
      const release = releaseRef(framework, number)
      const parts = reached.flatMap(({ change, reach }) =>
        reach.map((one, n) => ({
          change: { ...change, release: release.id, id: `${release.id}:${change.id}` },
          reach: [one],
          part: { number: n + 1, of: reach.length },
        })),
      )
      const messages = parts.map((part, n) => ({ release, number: n + 1, ...part }))
      const pieces = messages.map(data => this.say({ type: 'cte.cde.item.changed', data }))
      const data = {
        release,
        title: `Release ${number}`,
        dates: allDates({ adoption: '2026-11-05', effective: '2027-07-01' }),
        changes: reached.length,
        messages: messages.length,
        digest: releaseDigest(messages),
        ...(corrects !== undefined && { corrects }),
      }
      return [...pieces, this.say({ type: 'cte.cde.release.published', data })]
    },
    /** As `publish`, with the number of the release that this one corrects. */
    erratum(number: number, corrects: number, reached: ReachedChange[]): CteEvent[] {
      return this.publish(number, reached, MCS, `${MCS}@${corrects}`)
    },
  }
}
