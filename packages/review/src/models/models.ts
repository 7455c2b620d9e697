import type { Database } from '@cte-align/service'
import { aggregateCountModel, aggregateLoadModel } from '../aggregates/models.ts'
import { flagCauseModel, flagModel } from './flag.ts'
import { flagTransitionModel } from './flag-transition.ts'
import { linkModel } from './link.ts'
import { pieceModel } from './piece.ts'
import { positionModel } from './position.ts'
import { releaseHeaderModel } from './release-header.ts'
import { ruleModel } from './rule.ts'

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
  }
}
export type ReviewModels = ReturnType<typeof reviewModels>
