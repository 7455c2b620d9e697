import type { Bus } from '@cte-align/bus'
import { fingerprint } from '@cte-align/contracts'
import { type ListedAuthorization, type RowDifference, tableDifference } from '@cte-align/impact'
import { linkProblem, makeLinks } from '@cte-align/review'
import { isInForce, type StoredRule } from '../assignment-rule.ts'
import type { CatalogueModels } from '../catalogue.ts'
import type { Decoder } from '../decoder/decoder-sides.ts'
import { coverWish } from '../links-for-rows.ts'
import { type AppliedDraft, sourceOf } from './draft-decoder.ts'
import type { PlannedWrite, RuleDraftDoc } from './rule-draft.ts'

interface Planning {
  bus: Pick<Bus, 'request'>
  models: Pick<CatalogueModels, 'rules'>
  reason: string
  correlationId: string
}

/**
 * All that publishing will write, in its order, worked out before anything is written: from then on it will be. Throws
 * CTE_ITEM_UNKNOWN or CTE_STANDARDS_UNREACHABLE where a new authorization cannot be linked to the item of its subject.
 */
export async function planWrites(
  draft: RuleDraftDoc,
  { live, applied }: { live: Decoder; applied: AppliedDraft },
  { bus, models, reason, correlationId }: Planning,
): Promise<PlannedWrite[]> {
  const difference = tableDifference(live, applied.decoder)
  const keys = difference.flatMap(({ of, key }) => (of === 'rule' ? [key] : []))
  const stored = new Map((await models.rules.find({ _id: { $in: keys } }).lean()).map(row => [row._id, row]))
  const touched = new Map(applied.touched.map(({ of, key, operations }) => [`${of} ${key}`, operations]))
  const writes = difference.map((row): PlannedWrite => {
    const said = (touched.get(`${row.of} ${row.key}`) ?? []).flatMap(at => draft.operations[at]!.reason ?? [])
    const why = said.length === 0 ? null : [...new Set(said)].join('; ')
    const fields = fieldsOf(row, stored.get(row.key), { source: sourceOf(draft), note: why })
    return { of: row.of, key: row.key, fields, reason: why ?? reason, links: [] }
  })
  await addLinks(writes, { bus, correlationId })
  return writes
}

/** What is to be set: all of a new row, of another only what changes; a grandfathering rule is written whole. */
function fieldsOf(
  row: RowDifference,
  stored: StoredRule | undefined,
  from: { source: string; note: string | null },
): Record<string, unknown> | null {
  if (row.after === null) return null
  if (row.of === 'grandfathering') return { ...row.after }
  if (row.of === 'rule') {
    const { verified, ...said } = row.after
    const kept = stored !== undefined && isInForce(stored)
    return { ...said, provenance: kept ? { ...stored.provenance, verified } : { ...from, verified } }
  }
  const [before, after] = [
    row.before as Record<string, unknown> | null,
    row.after as unknown as Record<string, unknown>,
  ]
  const changed = Object.entries(after).filter(
    ([field, value]) => before === null || fingerprint(value) !== fingerprint(before[field]),
  )
  return Object.fromEntries(changed)
}

/** An authorization that comes is linked to the item that its subject stands for. */
async function addLinks(writes: PlannedWrite[], how: Pick<Planning, 'bus' | 'correlationId'>): Promise<void> {
  const wishes = writes.flatMap((write, index) => {
    if (write.of !== 'authorization' || !Array.isArray(write.fields?.covers)) return []
    const content = write.fields as unknown as ListedAuthorization
    return content.covers.map(cover => ({ write, wish: coverWish(content, cover, `/writes/${index}`) }))
  })
  const { links, faults } = await makeLinks(
    how.bus,
    wishes.map(each => each.wish),
    { correlationId: how.correlationId },
  )
  for (const [index, { write, wish }] of wishes.entries()) {
    const link = links[index]
    if (!link)
      throw linkProblem('CTE_ITEM_UNKNOWN', { item: wish.item ?? '', framework: wish.framework }, { errors: faults })
    write.links.push(link)
  }
}
