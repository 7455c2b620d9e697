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

/** One change, by one path, to one dependent. Order 2 goes through an assignment rule. */
export const Cause = z.strictObject({
  id: z.string(),
  change: Change.pick({ id: true, class: true, rule: true, item: true, aspect: true, before: true, after: true }),
  order: z.union([z.literal(1), z.literal(2)]),
  severity: Severity,
  doubts: z.array(Doubt),
  path: z.array(Step).min(2),
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
