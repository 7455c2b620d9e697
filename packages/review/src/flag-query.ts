import type { QueryFilter } from 'mongoose'
import type { FlagFilter } from './flag-filter.ts'
import type { FlagDoc } from './models/flag.ts'

type Query = QueryFilter<FlagDoc>

const ITEM_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** What the database is asked. `today` is the day in California. */
export function toQuery(filter: FlagFilter, today: string): Query {
  const conditions = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [CONDITIONS[name as keyof FlagFilter](value as never, today)],
  )
  return conditions.length === 0 ? {} : { $and: conditions }
}

/** `ICT` is the sector of that code in any framework, `ca-mcs-2013:ICT` in one. */
export const sectorMatch = (sector: string) => (sector.includes(':') ? sector : { $regex: `:${plain(sector)}$` })

type Conditions = { [N in keyof Required<FlagFilter>]: (value: NonNullable<FlagFilter[N]>, today: string) => Query }

const DAYS = { $lt: 'unknown' }

const CONDITIONS: Conditions = {
  release: value => ({ 'release.id': value }),
  framework: framework => ({ framework }),
  state: state => ({ state }),
  disposition: disposition => ({ disposition }),
  severity: severity => ({ severity }),
  class: value => ({ classes: value }),
  kind: value => ({ 'dependent.kind': value }),
  dependent: value => ({ 'dependent.key': value }),
  document: value =>
    value === 'none'
      ? { 'dependent.kind': { $ne: 'authorization' } }
      : { 'dependent.kind': 'authorization', 'dependent.key': { $regex: `^${value}/` } },
  subject: value =>
    value === 'none'
      ? { 'dependent.kind': { $ne: 'authorization' } }
      : { 'dependent.kind': 'authorization', 'dependent.key': { $regex: `/${value}$` } },
  item: value => (ITEM_ID.test(value) ? { items: value } : { itemKeys: value }),
  sector: value => ({ sectors: sectorMatch(value) }),
  change: value => ({ changes: value }),
  owner: owner => ({ owner }),
  unowned: value => ({ owner: value ? null : { $ne: null } }),
  unresolved: value => ({ state: value ? { $ne: 'resolved' } : 'resolved' }),
  unverified: unverified => ({ unverified }),
  undecided: undecided => ({ undecided }),
  findings: value => ({ 'findings.0': { $exists: value } }),
  due: value => ({ dueSort: value === 'dated' ? DAYS : value === 'unknown' ? 'unknown' : 'without' }),
  dueFrom: day => ({ dueSort: { $gte: day, ...DAYS } }),
  dueTo: day => ({ dueSort: { $lte: day } }),
  overdue: (value, today) =>
    value
      ? { dueSort: { $lt: today }, state: { $ne: 'resolved' } }
      : { $or: [{ dueSort: { $gte: today } }, { state: 'resolved' }] },
  q: value => {
    const like = { $regex: plain(value), $options: 'i' }
    return { $or: [{ 'dependent.key': like }, { 'dependent.title': like }, { itemKeys: like }] }
  },
}
