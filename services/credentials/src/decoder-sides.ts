import type { AssignmentRule, GrandfatheringRule } from '@cte-align/contracts'
import { z } from 'zod'
import { toRule } from './assignment-rule.ts'
import type { AuthorizationContent } from './authorization.ts'
import type { CatalogueModels } from './catalogue.ts'
import { toGrandfatheringRule } from './grandfathering-rule.ts'
import type { SubjectContent } from './subject.ts'

/** Which decoder is meant: the one in force here, an edition (drafts too), or today's as it would follow a release or proposal. */
export const DecoderSide = z
  .string()
  .regex(
    /^current$|^(?:edition|proposal|release):[A-Za-z0-9@._-]{1,80}$/,
    'must be current, edition:<id>, proposal:<id> or release:<id>',
  )
export type DecoderSide = z.infer<typeof DecoderSide>

/** Everything by which somebody is authorized for a course code or not. */
export interface Decoder {
  side: DecoderSide
  /** In words, for those who read an answer: "the decoder in force". */
  title: string
  rules: AssignmentRule[]
  authorizations: AuthorizationContent[]
  subjects: SubjectContent[]
  grandfathering: GrandfatheringRule[]
}

export function createDecoderSides(models: CatalogueModels) {
  return {
    /** The decoder that a side means. */
    async at(side: DecoderSide): Promise<Decoder> {
      const [rules, authorizations, subjects, grandfathering] = await Promise.all([
        models.rules.find().sort({ _id: 1 }).lean(),
        models.authorizations.find().sort({ _id: 1 }).lean(),
        models.subjects.find().sort({ _id: 1 }).lean(),
        models.grandfathering.find().sort({ _id: 1 }).lean(),
      ])
      return {
        side,
        title: 'the decoder in force',
        rules: rules.map(toRule),
        authorizations,
        subjects,
        grandfathering: grandfathering.map(toGrandfatheringRule),
      }
    },
  }
}
export type DecoderSides = ReturnType<typeof createDecoderSides>
