// The labelled pairs of wordings (pairs.json, synthetic), and what the classifier says of one.
import { readFileSync } from 'node:fs'
import { type Item, ItemKind, idFrom, releaseRef } from '@cte-align/contracts'
import { z } from 'zod'
import { diff, treeOf } from '../src/index.ts'

export const CLASSES = ['editorial', 'label', 'scope-narrowed', 'scope-broadened', 'substantive'] as const
export const Label = z.enum(CLASSES)
export type Label = z.infer<typeof Label>
export type Half = 'tune' | 'held-out'

const Pair = z.strictObject({
  id: z.string(),
  half: z.enum(['tune', 'held-out']),
  kind: ItemKind,
  field: z.enum(['title', 'text', 'scopeNote']),
  before: z.string().nullable(),
  after: z.string().nullable(),
  class: Label,
  why: z.string(),
})
export type Pair = z.infer<typeof Pair>

const Pairs = z.strictObject({ note: z.string(), pairs: z.array(Pair) })

export function readPairs(): z.infer<typeof Pairs> {
  return Pairs.parse(JSON.parse(readFileSync(new URL('./pairs.json', import.meta.url), 'utf8')))
}

export type Answer = { class: Label; rule: string }

/** What a release would say of it: the difference between two trees of one item each, in nothing but this wording. */
export function answerTo({ kind, field, before, after }: Omit<Pair, 'id' | 'half' | 'class' | 'why'>): Answer {
  const [old, fresh] = [before, after].map(wording => treeOf(FRAMEWORK, [{ ...itemOf(kind), [field]: wording }]))
  const [change, ...more] = diff(old!, fresh!, releaseRef(FRAMEWORK, 2))
  if (change === undefined || more.length > 0)
    throw new Error(`Not one change but ${more.length}: ${before} / ${after}`)
  return { class: Label.parse(change.class), rule: change.rule }
}

const FRAMEWORK = 'ca-mcs-2013'

const itemOf = (kind: ItemKind): Item => ({
  id: idFrom('pair', kind),
  kind,
  code: 'X1',
  title: 'Hypothetical',
  text: null,
  scopeNote: null,
  parent: null,
  position: 0,
  status: 'active',
  retirement: null,
  provenance: { source: 'synthetic', verified: false, note: null },
})
