import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'
import type { NamedFlag, NamedFlags } from './surroundings.ts'

/** Flags as others of the same service name them. Reads only. */
export function createNamedFlags({ Flag }: Pick<ReviewModels, 'Flag'>): NamedFlags {
  const find = async (where: object): Promise<NamedFlag[]> =>
    (await Flag.find(where).sort({ 'dependent.key': 1, order: 1 }).lean<FlagDoc[]>()).map(toNamed)
  return {
    byIds: ids => find({ _id: { $in: [...ids] } }),
    openOf: keys => find({ 'dependent.key': { $in: [...keys] }, state: { $ne: 'resolved' } }),
  }
}

const toNamed = ({ _id, release, dependent, severity, state, disposition, classes, causes }: FlagDoc): NamedFlag => ({
  id: _id,
  release: release.id,
  ...{ dependent, severity, state, disposition, classes },
  changes: causes.map(({ change }) => change),
})
