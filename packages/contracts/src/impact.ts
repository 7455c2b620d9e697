import { z } from 'zod'
import { Change, ChangeClass, Step } from './change.ts'
import { Dependent } from './dependent.ts'
import { ItemRef } from './framework.ts'

/** `breaking`: someone must act before the effective date. `review`: someone must look. `notice`: someone should know. */
export const Severity = z.enum(['notice', 'review', 'breaking'])
export type Severity = z.infer<typeof Severity>

/** Why a cause never counts above `review`. */
export const Doubt = z.enum(['unverified-relation', 'unverified-link', 'inferred-twin', 'unverified-rule'])
export type Doubt = z.infer<typeof Doubt>

/** One way from a change to a dependent. It starts at the change and ends at the dependent; each step is a real edge. */
export const Path = z.strictObject({ steps: z.array(Step).min(2), severity: Severity, doubts: z.array(Doubt) })
export type Path = z.infer<typeof Path>

/** One change as it touches one dependent, with every path. Order 1 ends in a link, order 2 in an assignment rule. */
export const Cause = z.strictObject({
  id: z.string().meta({ description: 'fingerprint of change id, dependent and order' }),
  change: Change.pick({ id: true, class: true, rule: true, item: true, aspect: true, before: true, after: true }),
  order: z.union([z.literal(1), z.literal(2)]),
  /** Of the gravest path; `doubts` are that path's. */
  severity: Severity,
  doubts: z.array(Doubt),
  /** Gravest first. */
  paths: z.array(Path).min(1),
  /** After a split: where the dependent goes, `undecided` when nobody has said, null where the question does not arise. */
  assignment: z.union([ItemRef, z.literal('undecided')]).nullable(),
  /** Of the changed item after the change: what an attestation binds to. */
  fingerprint: z.string(),
})
export type Cause = z.infer<typeof Cause>

/** Something found beside the severity, named in words that a person can act on. */
export const Finding = z.strictObject({
  code: z.enum(['CTE_SEQUENCE_BROKEN']),
  change: z.string(),
  pathway: ItemRef,
  message: z.string(),
  /** pathway x level: the codes that no longer sit together. */
  parts: z.array(z.strictObject({ successor: ItemRef, level: z.string(), courseCodes: z.array(z.string()) })),
})
export type Finding = z.infer<typeof Finding>

/** What one release (or proposal) does to one dependent. */
export const Impact = z.strictObject({
  dependent: Dependent,
  severity: Severity,
  classes: z.array(ChangeClass),
  causes: z.array(Cause).min(1),
  findings: z.array(Finding),
})
export type Impact = z.infer<typeof Impact>
