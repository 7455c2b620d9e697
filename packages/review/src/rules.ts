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
      const rows = added.map(edge => ({ id: ruleEdgeId(edge), edge }))
      const given = new Map(rows.map(row => [rowIdOf(row.id, row.edge), row]))
      const spokenOf = [...rows.map(row => row.id), ...removed]
      const affected = { $or: [{ id: { $in: spokenOf } }, { 'edge.rule': { $in: removed } }] }
      const known = await Rule.find(affected, null, { session }).lean<RuleDoc[]>()
      const writes = tellChanges(given, known, at)
      if (writes.length > 0) await Rule.bulkWrite(writes, { session, ordered: true })
    },
    async rename(session, courseCode) {
      const rows = await Rule.find({ 'edge.courseCode.key': courseCode.key }, null, { session }).lean<RuleDoc[]>()
      if (rows.length === 0) return
      const renamed = new Map<string, RuleDoc>()
      // Of two that become the same, the one that stands remains.
      for (const row of rows.sort((a, b) => Number(a.removed === null) - Number(b.removed === null))) {
        const edge = { ...row.edge, courseCode }
        const _id = rowIdOf(row.id, edge)
        renamed.set(_id, { ...row, _id, edge, assessed: false, revision: row.revision + 1 })
      }
      await Rule.deleteMany({ _id: { $in: rows.map(row => row._id) } }, { session })
      await Rule.collection.insertMany([...renamed.values()] as never[], { session })
    },
    async of({ kind, key }) {
      const rows = await Rule.find({ ...endOf(kind, key), removed: null })
        .sort({ _id: 1 })
        .lean<RuleDoc[]>()
      return rows.map(row => row.edge)
    },
  }
}

const rowIdOf = (id: string, edge: RuleEdge): string => `${id}:${fingerprint(edge)}`

/** The rules at a dependent. A wildcard rule is at every authorization whose key begins with its prefix. */
function endOf(kind: string, key: string): object {
  if (kind === 'course-code') return { 'edge.courseCode.key': key }
  return { $or: [{ 'edge.authorization.key': key }, { 'edge.prefix': { $in: prefixesOf(key) } }] }
}

/** Every beginning of a key: so that a prefix is found by an index look-up rather than by trying each. */
export function prefixesOf(key: string): string[] {
  return Array.from({ length: key.length }, (_, index) => key.slice(0, index + 1))
}
