import { z } from 'zod'
import { AssignmentRule } from './dependent.ts'
import { Day } from './words.ts'

/** Capital letters and digits, shorter than any number of a person: SEID has ten digits, a Social Security number nine. */
export const HolderCode = z
  .string()
  .regex(/^[A-Z0-9]{1,8}$/, 'must be a code of 1 to 8 capital letters and digits, as on the document')
  .meta({ example: 'CTE' })

const day = Day.nullable().default(null)

/** One line of a document as CTC records it, of a holder whom nobody names. What the record does not say is null. */
export const HolderDocument = z.strictObject({
  documentCode: HolderCode.meta({ description: 'CRED-TITLE: CTE' }),
  authorizationCode: HolderCode.nullable()
    .default(null)
    .meta({ description: 'AUTH-CODES: R4T; null where it is not known' }),
  subjectCode: HolderCode.nullable()
    .default(null)
    .meta({ description: 'MAJ-CODE: ANR; null where the document names none' }),
  printedTitle: z
    .string()
    .max(200)
    .nullable()
    .default(null)
    .meta({ description: 'MAJ-TITLE: the subject as printed. It never decides' }),
  issued: day.meta({ description: 'DATE-ORIG-ISSUE where the record has it, else DATE-OF-ISSUE' }),
  added: day.meta({
    description: 'MAJ-ADD-DATE: the day the subject was added; null: there at first issue, or unknown',
  }),
  expires: z
    .union([Day, z.literal('never')])
    .nullable()
    .default(null)
    .meta({ description: 'DATE-EXPIRE, the last day; never for life; null: unknown' }),
})
export type HolderDocument = z.infer<typeof HolderDocument>

export const HolderVerdict = z.enum(['authorized', 'not-authorized', 'review'])
export type HolderVerdict = z.infer<typeof HolderVerdict>

/** Why a person must look. */
export const HolderDoubt = z.enum([
  'course-code-unknown',
  'date-unknown',
  'code-missing',
  'rule-gap',
  /** The side is a proposal or release, and nobody can say whether the decoder would go on admitting the pair. */
  'pair-unknown',
  'wildcard',
  'inferred-twin',
  'unverified-rule',
  'unverified-authorization',
  'unverified-grandfathering',
  /** CTC says that supplementary and subject matter authorizations do not authorize a CTE sector; the rule says otherwise. */
  'supplementary',
  /** The sector is right and the document is one that no rule names: TC4T, TC4H, BIPT. */
  'other-document',
  'vocational-document',
  'manual-review',
])
export type HolderDoubt = z.infer<typeof HolderDoubt>

export const HolderFinding = z.enum([
  // course code
  'rules-found',
  'no-rules',
  // document on the day
  'valid',
  'validity-unknown',
  'not-yet-issued',
  'subject-added-later',
  'expired',
  // printed title
  'present-title',
  'earlier-title',
  'title-of-another',
  'title-unknown',
  // rule
  'matches',
  'matches-with-doubt',
  'does-not-match',
  // grandfathering rule
  'keeps',
  'keeps-with-doubt',
  'held-too-late',
  'ended',
  // what the document is, where no rule names it
  'for-manual-review',
  'authorizes-otherwise',
  'not-listed',
  // conclusion
  'employer-decides',
  'no-local-option',
  'concluded',
])
export type HolderFinding = z.infer<typeof HolderFinding>

/** One step of the reasoning. */
export const HolderStep = z.strictObject({
  about: z.enum(['course-code', 'document', 'printed-title', 'rule', 'grandfathering', 'standing', 'conclusion']),
  document: z.int().min(1).nullable().meta({ description: 'Which of the documents, counted from 1' }),
  rule: z.string().nullable().meta({ description: 'Assignment rule or grandfathering rule' }),
  finding: HolderFinding,
  doubts: z.array(HolderDoubt),
  sentence: z.string(),
})
export type HolderStep = z.infer<typeof HolderStep>

/** What decided, without the reasoning. */
export const HolderDecision = z.strictObject({
  verdict: HolderVerdict,
  rule: z.string().nullable().meta({ description: 'The assignment rule that decided' }),
  grandfathering: z.string().nullable().meta({ description: 'The grandfathering rule that decided' }),
  document: z.int().min(1).nullable().meta({ description: 'The document that decided, counted from 1' }),
  authType: AssignmentRule.shape.authType.nullable().meta({ description: 'Null where no assignment rule decided' }),
  condition: z.string().nullable().meta({ description: 'What the deciding rule is bound to' }),
  employerDecides: z.boolean().meta({ description: '5 CCR 80004(c): only where the employing agency says so' }),
  doubts: z.array(HolderDoubt),
})
export type HolderDecision = z.infer<typeof HolderDecision>
