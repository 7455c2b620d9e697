// Small impacts to build tests from: all of it hypothetical.
import type { Cause, Hit, ItemRef, Severity, Step } from '../web/src/pages/impact/impact-types.ts'

export const item = (key: string, framework = 'ca-mcs-2013'): ItemRef => {
  const kind = key.includes('.') ? 'pathway' : 'sector'
  return { framework, id: `id-${framework}-${key}`, key, kind, title: `${key} (hypothetical)` }
}
type Key = { kind: 'authorization' | 'course-code' | 'legal-reference'; key: string }
export const course = (key: string): Key => ({ kind: 'course-code', key })
export const authorization = (key: string): Key => ({ kind: 'authorization', key })

export const change = (key: string): Step => ({ edge: 'change', item: item(key) })
export const up = (key: string): Step => ({ edge: 'up', item: item(key) })
export const down = (key: string): Step => ({ edge: 'down', item: item(key) })
export const across = (key: string, state: 'accepted' | 'draft'): Step => ({
  ...{ edge: 'across', item: item(key, 'ca-cte-clusters'), crosswalk: 'map', relationId: `r-${key}` },
  ...{ relation: 'broader', state },
})
export const link = (dependent: Key): Step => ({
  edge: 'link',
  link: `l-${dependent.key}`,
  dependent,
  basis: 'its code',
})
export const rule = (dependent: Key): Step => ({
  edge: 'rule',
  rule: `r:${dependent.key}`,
  dependent,
  basis: 'the table',
})

interface Way {
  steps: Step[]
  severity?: Severity
  doubts?: Cause['doubts']
}

/** One change, by its item, as it touches one dependent. */
export function cause(of: string, dependent: Key, ways: Way[], chosen: Cause['change']['class'] = 'retired'): Cause {
  const paths = ways.map(({ steps, severity = 'review', doubts = [] }) => ({ steps, severity, doubts }))
  const { severity, doubts } = paths[0]!
  return {
    ...{
      id: `${of}/${chosen}/${dependent.key}`,
      order: 1,
      severity,
      doubts,
      paths,
      assignment: null,
      fingerprint: 'f',
    },
    change: {
      ...{ id: `ca-mcs-2013@2:${item(of).id}:${chosen}`, class: chosen, rule: 'existence/retired', item: item(of) },
      ...{ aspect: 'existence', before: { status: 'active' }, after: { status: 'retired' } },
    },
  }
}

export function hit(dependent: Key, causes: Cause[], severity: Severity = 'review'): Hit {
  const unverified = causes.every(({ doubts }) => doubts.length > 0)
  return {
    ...{ agency: dependent.kind === 'course-code' ? 'calpads' : 'ctc', severity, unverified, undecided: false },
    dependent: { ...dependent, title: `${dependent.key} (hypothetical)`, level: null },
    ...{ classes: [...new Set(causes.map(({ change: { class: chosen } }) => chosen))], sectors: ['ca-mcs-2013:EEU'] },
    ...{ causeCount: causes.length, causes, findings: [], flag: null },
  }
}
