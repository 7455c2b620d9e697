import { z } from 'zod'
import { SchoolYear } from './school-year.ts'
import { Agency, Day, Provenance, Slug } from './words.ts'

export const ItemKind = z.enum([
  'sector',
  'pathway',
  'cluster',
  'sub-cluster',
  'anchor',
  'standard',
  'indicator',
  'practice',
  'program',
  'occupation',
])
export type ItemKind = z.infer<typeof ItemKind>

const CONTAINERS: ReadonlySet<ItemKind> = new Set([
  'sector',
  'pathway',
  'cluster',
  'sub-cluster',
  'program',
  'occupation',
])

/** Containers hold standards or stand for a code of another scheme (CIP, TOP, SOC), and carry a title; the other kinds are statements, whose title is their text. */
export const isContainer = (kind: ItemKind): boolean => CONTAINERS.has(kind)

export const ItemId = z.string().regex(/^[0-9a-f-]{36}$/, 'must be an id, as lists give it (36 characters)')
export const ItemCode = z
  .string()
  .regex(
    /^[A-Za-z0-9]+(?:[._/-][A-Za-z0-9]+)*$/,
    'must be letters and digits, with single . _ / or - between them, as in B5.3 (no spaces, no dot at the end)',
  )
  .max(80)
  .meta({
    description: 'Human code as published (B5.3, 10.2, EEU). Unique among the active items of one top-level item.',
  })
export const ItemKey = z.string().max(170).meta({
  description: 'Natural key: the top-level code, a dot, the item code (ICT.B5.3); a top-level item is its code.',
})

/** Enough of an item to name it without a look-up. */
export const ItemRef = z.strictObject({
  framework: Slug,
  id: ItemId,
  key: ItemKey,
  kind: ItemKind,
  title: z.string(),
})
export type ItemRef = z.infer<typeof ItemRef>

/** Items that take over, of this or another framework. `unknown` is a legal answer, `none` an explicit one. */
export const Successors = z.union([z.array(ItemRef).min(1).max(30), z.enum(['none', 'unknown'])])
export type Successors = z.infer<typeof Successors>

/** How an item left the framework, and what follows it. */
export const Retirement = z.strictObject({
  manner: z.enum(['retired', 'merged', 'split']),
  successors: Successors,
  /** The container whose retirement took this item along; null when the item itself was retired. */
  within: ItemId.nullable(),
})
export type Retirement = z.infer<typeof Retirement>

/** One item as one release has it. `id` never changes; code, title, parent and texts may. */
export const Item = z.strictObject({
  id: ItemId,
  kind: ItemKind,
  code: ItemCode,
  title: z.string().min(1).max(2000),
  /** Statements only: wording beyond the title (notes, alignments). */
  text: z.string().max(8000).nullable(),
  /** What a container covers, in words (skos:scopeNote). */
  scopeNote: z.string().max(8000).nullable(),
  parent: ItemId.nullable(),
  position: z.int().min(0),
  status: z.enum(['active', 'retired']),
  retirement: Retirement.nullable(),
  provenance: Provenance,
})
export type Item = z.infer<typeof Item>

export const Framework = z.strictObject({
  key: Slug,
  title: z.string().min(1).max(300),
  owner: Agency,
  description: z.string().max(4000).nullable(),
  provenance: Provenance,
})
export type Framework = z.infer<typeof Framework>

export const ReleaseId = z.string().regex(/^[a-z0-9-]+@[1-9][0-9]*$/, 'must be framework@number, as in ca-mcs-2013@3')
export const ReleaseRef = z.strictObject({
  id: ReleaseId.meta({ description: 'framework@number, e.g. ca-mcs-2013@3' }),
  framework: Slug,
  number: z.int().min(1),
})
export type ReleaseRef = z.infer<typeof ReleaseRef>

const day = (description: string) => Day.nullable().default(null).meta({ description })
const year = (description: string) => SchoolYear.nullable().default(null).meta({ description })

/**
 * Dates of a release, one clock for each consumer. A date nobody has set is null, and answers say `unknown`. Events and documents
 * from before the newer clocks do not hold them: they read as null.
 */
export const EffectiveDates = z.strictObject({
  adoption: Day.nullable().meta({ description: 'Adoption by the State Board of Education' }),
  effective: Day.nullable().meta({ description: 'In force for readers who name no consumer' }),
  calpadsSchoolYear: year('First school year of CALPADS that uses it'),
  regulation: day('Effective day of the regulation of CTC (Title 5)'),
  perkinsYear: year('First Perkins program year that reports by it, 1 July to 30 June'),
  collegeProgram: day('Day from which college programs (TOP to CIP) go by it'),
})
export type EffectiveDates = z.infer<typeof EffectiveDates>
/** As old events and documents, and callers who know little, have them. */
export type SomeDates = z.input<typeof EffectiveDates>

/** All the clocks; what is not there is null. */
export const allDates = (dates: SomeDates): EffectiveDates => EffectiveDates.parse(dates)

export const releaseRef = (framework: string, number: number): ReleaseRef => ({
  id: `${framework}@${number}`,
  framework,
  number,
})
