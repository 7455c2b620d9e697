import type { AssignmentRule, GrandfatheringRule } from '@cte-align/contracts'
import type { DecoderTable } from '@cte-align/impact'
import { z } from 'zod'
import { IN_FORCE, toRule } from '../assignment-rule.ts'
import type { AuthorizationContent } from '../authorization.ts'
import type { CatalogueModels } from '../catalogue.ts'
import { applyDraft } from '../editions/draft-decoder.ts'
import { problem } from '../errors.ts'
import { toGrandfatheringRule } from '../grandfathering/grandfathering-rule.ts'
import type { SubjectContent } from '../subject.ts'
import { editionDecoder } from './edition-decoder.ts'
import type { FollowMoves } from './follow-moves.ts'
import type { EditionStore } from './kept-editions.ts'

/** Which decoder is meant: the one in force here, an edition (drafts too), or today's as it would follow a release or proposal. */
export const DecoderSide = z
  .string()
  .regex(
    /^current$|^(?:edition|proposal|release):[A-Za-z0-9@._-]{1,80}$/,
    'must be current, edition:<id>, proposal:<id> or release:<id>',
  )
export type DecoderSide = z.infer<typeof DecoderSide>

/** Everything by which somebody is authorized for a course code or not. */
export interface Decoder extends DecoderTable {
  side: DecoderSide
  rules: AssignmentRule[]
  authorizations: AuthorizationContent[]
  subjects: SubjectContent[]
  grandfathering: GrandfatheringRule[]
}

export interface DecoderSidesParts {
  models: CatalogueModels
  editions: EditionStore
  /** Today's decoder as it would follow a proposal or a release. */
  follow: FollowMoves
}

/** The decoder that a side means, or CTE_NO_SUCH_... where there is none. */
export function createDecoderSides({ models, editions, follow }: DecoderSidesParts) {
  async function current(): Promise<Decoder> {
    const [rules, authorizations, subjects, grandfathering] = await Promise.all([
      models.rules.find(IN_FORCE).sort({ _id: 1 }).lean(),
      models.authorizations.find().sort({ _id: 1 }).lean(),
      models.subjects.find().sort({ _id: 1 }).lean(),
      models.grandfathering.find().sort({ _id: 1 }).lean(),
    ])
    return {
      side: 'current',
      title: 'the decoder in force',
      rules: rules.map(toRule),
      authorizations,
      subjects,
      grandfathering: grandfathering.map(toGrandfatheringRule),
    }
  }

  /** The decoder that a side means. What is issued is what the catalogue lists today, and what a draft makes of it. */
  async function at(side: DecoderSide, correlationId = 'decoder'): Promise<Decoder> {
    const [kind, id] = [side.split(':')[0]!, side.slice(side.indexOf(':') + 1)]
    const today = await current()
    if (kind === 'edition') {
      const draft = await models.drafts.findById(id).lean()
      // Once published, the table as it stood then is kept under the same id.
      if (draft !== null && draft.state === 'publishing')
        throw problem('CTE_PUBLISHING_UNDER_WAY', { what: draft.title })
      if (draft !== null && draft.state !== 'published')
        return applyDraft(draft, draft.base === 'current' ? today : await at(draft.base, correlationId)).decoder
      const edition = await editions.find(id)
      return { ...today, side, ...editionDecoder(edition, await editions.all(edition)) }
    }
    if (kind === 'proposal' || kind === 'release')
      return { ...today, side, ...(await follow({ kind, id }, today.rules, correlationId)) }
    return today
  }

  return { at }
}
export type DecoderSides = ReturnType<typeof createDecoderSides>
