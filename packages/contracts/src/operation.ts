import { z } from 'zod'
import { ChangeClass } from './change.ts'
import { Relation } from './crosswalk.ts'
import { AssignableKey } from './dependent.ts'
import { ItemCode, ItemId, ItemKey, ItemKind } from './framework.ts'
import { Provenance, Slug, writtenText } from './words.ts'

/** An item is named by its id or its natural key (`ICT.B5.3`) in the proposal's tree as the earlier operations left it. */
const Target = z.union([ItemId, ItemKey], 'must name an item by its id or natural key, as in ICT.B5.3')
const title = writtenText(1, 2000)
const longText = z.string().max(8000).nullable()
const NewItem = z.strictObject({
  kind: ItemKind,
  code: ItemCode,
  title,
  text: longText.default(null),
  scopeNote: longText.default(null),
  /** Position among its siblings; default last. */
  position: z.int().min(0).optional(),
  provenance: Provenance.optional(),
})

/** A person's word on the class of this operation's change, instead of the rule's. The reason is kept. */
const override = z.strictObject({ class: ChangeClass, reason: writtenText(3, 2000) }).optional()

export const Operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add'), parent: Target.nullable(), item: NewItem, override }),
  z.strictObject({
    op: z.literal('revise'),
    item: Target,
    title: title.optional().meta({ description: 'New wording of a statement (a container is retitled instead).' }),
    text: longText.optional(),
    scopeNote: longText.optional(),
    override,
  }),
  z.strictObject({ op: z.literal('recode'), item: Target, code: ItemCode, override }),
  z.strictObject({ op: z.literal('retitle'), item: Target, title, override }),
  z.strictObject({
    op: z.literal('move'),
    item: Target,
    parent: Target.nullable(),
    position: z.int().min(0).optional(),
    override,
  }),
  z.strictObject({
    op: z.literal('merge'),
    items: z.array(Target).min(2, 'a merge takes two items or more').max(30),
    into: z.union(
      [z.strictObject({ existing: Target }), z.strictObject({ new: NewItem, parent: Target.nullable() })],
      'must be {"existing": item} or {"new": {kind, code, title}, "parent": item or null}',
    ),
    join: z.array(ItemKind).min(1).max(8).optional().meta({
      description:
        'Kinds whose items merge too where they meet one of the same kind and code: ["anchor", "indicator"] for two sectors of 2013, whose anchors are alike. Other equal codes are refused, all of them named.',
    }),
    override,
  }),
  z.strictObject({
    op: z.literal('split'),
    item: Target,
    into: z.array(NewItem).min(2, 'a split leads to two new items or more').max(30),
    /** Draft assignments of dependents to one of the new items, by code. What is not assigned stays undecided, and says so. */
    assignments: z
      .array(z.strictObject({ dependent: AssignableKey, successor: ItemCode }))
      .max(1000)
      .default([]),
    override,
  }),
  z.strictObject({
    op: z.literal('retire'),
    item: Target,
    successors: z
      .union(
        [
          z
            .array(z.strictObject({ framework: Slug, item: Target }))
            .min(1)
            .max(100),
          z.enum(['none', 'unknown']),
        ],
        'must be a list of {framework, item}, or "none", or "unknown"',
      )
      .meta({ description: 'Items that take over (of this or another framework), or an explicit none or unknown.' }),
    override,
  }),
  z.strictObject({ op: z.literal('restore'), item: Target, override }),
  z.strictObject({
    op: z.literal('map'),
    crosswalk: Slug,
    from: Target,
    to: z.strictObject({ framework: Slug, item: Target }).nullable(),
    relation: Relation,
    note: z.string().max(2000).nullable().default(null),
  }),
  z.strictObject({ op: z.literal('unmap'), relation: z.string().max(100), reason: writtenText(3, 2000) }),
])
export type Operation = z.infer<typeof Operation>
export type OperationInput = z.input<typeof Operation>
export type NewItem = z.infer<typeof NewItem>
