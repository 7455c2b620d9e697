import type { WholeDecoder } from '@cte-align/impact'
import type { ClientSession } from '@cte-align/service'
import { IN_FORCE, toRule } from '../assignment-rule.ts'
import type { CatalogueModels } from '../catalogue.ts'
import { toGrandfatheringRule } from '../grandfathering/grandfathering-rule.ts'
import { printsOf } from './draft-decoder.ts'
import type { Print } from './rule-draft.ts'

type Models = Pick<CatalogueModels, 'rules' | 'authorizations' | 'subjects' | 'grandfathering'>

/** These rows as the catalogue has them now, or in the transaction. */
export async function livePrints(models: Models, wanted: readonly Print[], session?: ClientSession): Promise<Print[]> {
  const rows = wanted.map(({ row }) => {
    const at = row.indexOf(' ')
    return { of: row.slice(0, at) as never, key: row.slice(at + 1), operations: [] }
  })
  const named = { _id: { $in: rows.map(({ key }) => key) } }
  const how = session === undefined ? {} : { session }
  const decoder: Omit<WholeDecoder, 'title'> = {
    rules: (await models.rules.find({ ...named, ...IN_FORCE }, null, how).lean()).map(toRule),
    authorizations: await models.authorizations.find(named, null, how).lean(),
    subjects: await models.subjects.find(named, null, how).lean(),
    grandfathering: (await models.grandfathering.find(named, null, how).lean()).map(toGrandfatheringRule),
  }
  return printsOf(rows, decoder)
}
