import type { Database } from '@cte-align/service'

/** How many flags on it are not resolved. Reads the review's collection, which has no call of its own for this. */
export const countOpenFlags = ({ connection }: Database, key: string): Promise<number> =>
  connection.collection('flags').countDocuments({ 'dependent.key': key, state: { $ne: 'resolved' } })
