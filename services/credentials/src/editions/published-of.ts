import { fingerprint } from '@cte-align/contracts'
import type { Published, RuleDraftDoc } from './rule-draft.ts'

/** What is said of an edition once all of its plan is written. Pure: whoever comes to the end says the same. */
export function publishedOf({ operations, publishing }: RuleDraftDoc, at: Date): Published {
  const { by, reason, writes } = publishing!
  const of = (kind: string) => writes.filter(write => write.of === kind).length
  const kinds: Record<string, number> = {}
  for (const { op } of operations) kinds[op] = (kinds[op] ?? 0) + 1
  return {
    ...{ by, reason, at, operations: kinds },
    rows: {
      rules: of('rule'),
      authorizations: of('authorization'),
      subjects: of('subject'),
      grandfathering: of('grandfathering'),
    },
    digest: fingerprint(writes.map(({ of, key, fields }) => ({ of, key, fields }))),
  }
}
