import type { Database } from '@cte-align/service'
import { aggregateCountModel, aggregateLoadModel } from '../aggregates/models.ts'
import { bulkActionModel, bulkBatchModel, bulkShownModel } from './bulk-action.ts'
import { flagCauseModel, flagModel } from './flag.ts'
import { flagTransitionModel } from './flag-transition.ts'
import { linkModel } from './link.ts'
import { pieceModel } from './piece.ts'
import { positionModel } from './position.ts'
import { releaseHeaderModel } from './release-header.ts'
import { ruleModel } from './rule.ts'
import { savedViewModel } from './saved-view.ts'
import { flagTextsModel, textModel } from './text.ts'

export function reviewModels({ connection }: Pick<Database, 'connection'>) {
  return {
    Link: linkModel(connection),
    Rule: ruleModel(connection),
    Piece: pieceModel(connection),
    Header: releaseHeaderModel(connection),
    Flag: flagModel(connection),
    FlagCause: flagCauseModel(connection),
    Transition: flagTransitionModel(connection),
    Position: positionModel(connection),
    AggregateLoad: aggregateLoadModel(connection),
    AggregateCount: aggregateCountModel(connection),
    Text: textModel(connection),
    FlagTexts: flagTextsModel(connection),
    BulkAction: bulkActionModel(connection),
    BulkBatch: bulkBatchModel(connection),
    BulkShown: bulkShownModel(connection),
    SavedView: savedViewModel(connection),
  }
}
export type ReviewModels = ReturnType<typeof reviewModels>
