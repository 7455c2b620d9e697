import { fingerprint, type RuleEdge } from '@cte-align/contracts'
import type { ReviewModels } from './models/models.ts'
import type { RuleDoc } from './models/rule.ts'
import type { Positions } from './positions.ts'
import { ruleEdgeId } from './rule-edge-id.ts'
import type { RuleStore } from './surroundings.ts'
import { tellChanges } from './tell-changes.ts'

/** Which course code admits which authorization. Both services keep all of it: each computes the second order itself. */
export function createRules({ Rule }: ReviewModels, positions: Positions): RuleStore {
  return {
    async put(session, { added, removed }, at) {
      await positions.note(session, at)
      const given = new Map(added.map(edge => [ruleEdgeId(edge), edge]))
      const affected = { $or: [{ _id: { $in: [...given.keys(), ...removed] } }, { 'edge.rule': { $in: removed } }] }
      const rows = new Map((await Rule.find(affected, null, { session }).lean()).map(row => [row._id, row]))
      const going = new Set(removed)
      const leaving = [...rows.values()].filter(row => going.has(row._id) || going.has(row.edge.rule))
      const writes = tellChanges<RuleEdge, RuleDoc>({
        given,
        removed: leaving.map(row => row._id),
        rows,
        at,
        same: (edge, row) => fingerprint(edge) === fingerprint(row.edge),
        content: edge => ({ edge }),
      })
      if (writes.length > 0) await Rule.bulkWrite(writes, { session, ordered: true })
    },
    async of({ kind, key }) {
      const rows = await Rule.find({ ...endOf(kind, key), removed: null })
        .sort({ _id: 1 })
        .lean<RuleDoc[]>()
      return rows.map(row => row.edge)
    },
  }
}

/** The rules at a dependent. A wildcard rule is at every authorization whose key begins with its prefix. */
function endOf(kind: string, key: string): object {
  if (kind === 'course-code') return { 'edge.courseCode.key': key }
  return { $or: [{ 'edge.authorization.key': key }, { 'edge.prefix': { $in: prefixesOf(key) } }] }
}

/** Every beginning of a key: so that a prefix is found by an index look-up rather than by trying each. */
export function prefixesOf(key: string): string[] {
  return Array.from({ length: key.length }, (_, index) => key.slice(0, index + 1))
}
