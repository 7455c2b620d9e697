import { z } from 'zod'
import { Relation, RelationState } from './crosswalk.ts'
import { DependentKey } from './dependent.ts'
import { Item, ItemId, ItemRef, ReleaseId, Successors } from './framework.ts'

export const ChangeClass = z.enum([
  'editorial',
  'label',
  'recode',
  'scope-narrowed',
  'scope-broadened',
  'substantive',
  'moved',
  'merged',
  'split',
  'retired',
  'added',
])
export type ChangeClass = z.infer<typeof ChangeClass>

/** What about the item differs. One item may have several changes in a release, one for each aspect. */
export const Aspect = z.enum(['existence', 'code', 'title', 'place', 'wording'])
export type Aspect = z.infer<typeof Aspect>

const Fields = Item.omit({ id: true, kind: true, provenance: true }).partial()

/** One difference between two releases of a framework. `before` and `after` hold just the fields that differ. */
export const Change = z.strictObject({
  id: z.string().meta({ description: 'release:item id:aspect, the same in preview and publish' }),
  release: ReleaseId,
  item: ItemRef.meta({ description: 'As the new release names it (a retired item as its last release did).' }),
  aspect: Aspect,
  class: ChangeClass,
  rule: z.string().meta({ description: 'Id of the rule that chose the class, e.g. wording/list-member-removed' }),
  /** Set when a person overrode the rule's class. */
  override: z.strictObject({ ruleClass: ChangeClass, reason: z.string(), by: z.string() }).nullable(),
  before: Fields.nullable(),
  after: Fields.nullable(),
  /** For `added`: the whole item. */
  added: Item.nullable(),
  /** The container whose retirement took the item along. */
  within: ItemId.nullable(),
  /** Items that take over from a retired, merged or split item. */
  successors: Successors.nullable(),
  /** For `split`: which dependents go to which successor. */
  assignments: z.array(z.strictObject({ dependent: DependentKey, successor: ItemId })),
  /** Ancestors after a change of place, nearest first; links take them over once the release is assessed. */
  lineage: z.array(ItemRef).nullable(),
  fingerprints: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }),
})
export type Change = z.infer<typeof Change>

/** One step of a path. Every step is a real edge: of the tree, of a crosswalk, a link, or an assignment rule. */
export const Step = z.discriminatedUnion('edge', [
  z.strictObject({ edge: z.literal('change'), item: ItemRef }),
  z.strictObject({ edge: z.literal('up'), item: ItemRef }),
  z.strictObject({ edge: z.literal('down'), item: ItemRef }),
  z.strictObject({
    edge: z.literal('across'),
    item: ItemRef,
    crosswalk: z.string(),
    relationId: z.string(),
    relation: Relation,
    state: RelationState,
  }),
  z.strictObject({ edge: z.literal('link'), link: z.string(), dependent: DependentKey, basis: z.string() }),
  z.strictObject({ edge: z.literal('rule'), rule: z.string(), dependent: DependentKey, basis: z.string() }),
])
export type Step = z.infer<typeof Step>

/** An item that a change reaches, how far below it the reach extends, and the path that led there. */
export const Reach = z.strictObject({
  item: ItemRef,
  scope: z.enum(['item', 'subtree']),
  path: z.array(Step).min(1),
})
export type Reach = z.infer<typeof Reach>

/** A change together with everything it reaches: what travels to the services that own dependents. */
export const ReachedChange = z.strictObject({ change: Change, reach: z.array(Reach) })
export type ReachedChange = z.infer<typeof ReachedChange>
