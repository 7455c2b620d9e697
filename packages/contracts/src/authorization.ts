import { z } from 'zod'

/** A code as CTC prints it: no slash, so that `CTE/R4T/ANR` can be taken apart again. */
export const CtcCode = z.string().regex(/^[A-Za-z0-9]{1,10}$/, 'must be 1 to 10 letters or digits')

/** What an authorization has to do with CTE courses. Only the first two make it follow its subject's sector. */
export const CteRelation = z.enum([
  'authorizes_cte_sector',
  'adult_classes_only',
  'authorizes_cte_at_employer_discretion',
  'authorizes_vocational_subject',
  'general_education_only',
  'supplementary_not_cte',
  'specialist_no_course_rule',
  'special_subject',
  'supervision',
  'substitute',
  'english_learner_sdaie',
])
export type CteRelation = z.infer<typeof CteRelation>

export const AuthorizationStatus = z.enum(['current', 'legacy', 'closed'])
export type AuthorizationStatus = z.infer<typeof AuthorizationStatus>

export const AuthorizationKey = z
  .string()
  .regex(/^[A-Za-z0-9]{1,10}\/(?:[A-Za-z0-9]{1,10}|_)\/(?:[A-Za-z0-9]{1,10}|_)$/, 'must read DOC/AUTH/SUBJECT')
  .meta({ description: 'Document, authorization and subject code; one that the source does not give is `_`' })
