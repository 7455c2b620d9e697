import { z } from 'zod'
import type { FlagFilter } from './flag-filter.ts'
import { sectorMatch } from './flag-query.ts'

export const GroupBy = z.enum([
  'change',
  'sector',
  'document',
  'subject',
  'release',
  'owner',
  'severity',
  'class',
  'due',
])
export type GroupBy = z.infer<typeof GroupBy>

interface GroupRule {
  /** What the database groups by: an expression that gives one key, or a list of them. */
  key: object | string
  /** Whether a flag may lie in several groups. */
  several: boolean
  /** With the filter asked by, the filter that gives just the flags of a group. */
  filter: (key: string, asked: FlagFilter) => FlagFilter
  /** Where a flag lies in several groups and one of them was asked for: that one alone. */
  only?: (asked: FlagFilter) => object | undefined
}

const is = (value: string | undefined) => (value === undefined ? undefined : { key: value })

const NONE = 'none'
const partOfKey = (index: number) => ({
  $cond: [
    { $eq: ['$dependent.kind', 'authorization'] },
    { $arrayElemAt: [{ $split: ['$dependent.key', '/'] }, index] },
    NONE,
  ],
})

/** Only links lead to a sector: the digits and the level of a course code do not. */
export const GROUPS: Record<GroupBy, GroupRule> = {
  change: { key: '$changes', several: true, filter: change => ({ change }), only: ({ change }) => is(change) },
  sector: {
    ...{ key: '$sectors', several: true, filter: sector => ({ sector }) },
    only: ({ sector }) => (sector === undefined ? undefined : { key: sectorMatch(sector) }),
  },
  class: {
    ...{ key: '$classes', several: true, filter: key => ({ class: key as FlagFilter['class'] }) },
    only: asked => is(asked.class),
  },
  document: { key: partOfKey(0), several: false, filter: document => ({ document }) },
  subject: { key: partOfKey(2), several: false, filter: subject => ({ subject }) },
  release: { key: '$release.id', several: false, filter: release => ({ release }) },
  severity: { key: '$severity', several: false, filter: key => ({ severity: key as FlagFilter['severity'] }) },
  // A blank sorts before every id.
  owner: {
    key: { $ifNull: ['$owner', ''] },
    several: false,
    filter: owner => (owner === '' ? { unowned: true } : { owner }),
  },
  due: {
    key: {
      $cond: [
        { $in: ['$dueSort', ['unknown', 'without']] },
        { $cond: [{ $eq: ['$dueSort', 'unknown'] }, 'unknown', NONE] },
        { $substrBytes: ['$dueSort', 0, 7] },
      ],
    },
    several: false,
    filter: (key, { dueFrom = '', dueTo = '9999-12-31' }) => {
      if (key === 'unknown' || key === NONE) return { due: key }
      const [first, last] = [`${key}-01`, lastDayOfMonth(key)]
      return { dueFrom: first > dueFrom ? first : dueFrom, dueTo: last < dueTo ? last : dueTo }
    },
  },
}

function lastDayOfMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  const at = new Date(0)
  at.setUTCFullYear(year!, number!, 0)
  return `${month}-${String(at.getUTCDate()).padStart(2, '0')}`
}
