import { type CteEvent, idFrom, sequenceOf } from '@cte-align/contracts'
import type { ClientSession } from '@cte-align/service'
import type { ReviewModels } from './models/models.ts'
import type { Positions } from './positions.ts'

/** Keeps pieces and headers of releases. Ids are computed and what is there stays: order and repetition do not matter. */
export function createWriteStandards({ Piece, Header }: ReviewModels, positions: Positions) {
  return async (event: CteEvent, session: ClientSession): Promise<void> => {
    const sequence = sequenceOf(event)
    switch (event.type) {
      case 'cte.cde.item.changed': {
        const { release, number } = event.data
        await Piece.updateOne(
          { _id: idFrom('piece', release.id, number) },
          { $setOnInsert: { release: release.id, number, data: event.data } },
          { session, upsert: true },
        )
        break
      }
      case 'cte.cde.release.published': {
        const { release, title, dates, changes, messages, digest, corrects = null } = event.data
        const header = {
          ...{ release, title, dates, changes, messages, digest, corrects, sequence },
          ...{ event: event.id, correlation: event.correlationid },
          ...{
            state: 'waiting',
            positions: null,
            lateRevision: 0,
            moves: [],
            takenBack: [],
            moved: false,
            assessment: null,
          },
        } as const
        await Header.updateOne({ _id: release.id }, { $setOnInsert: header }, { session, upsert: true })
        break
      }
      case 'cte.cde.proposal.opened':
      case 'cte.cde.proposal.submitted':
      case 'cte.cde.proposal.returned':
      case 'cte.cde.proposal.approved':
      case 'cte.cde.proposal.signed-off':
      case 'cte.cde.proposal.scheduled':
      case 'cte.cde.proposal.held':
      case 'cte.cde.proposal.withdrawn':
      case 'cte.cde.crosswalk.changed':
      case 'cte.cde.comment.received':
      case 'cte.cde.comment.answered':
      case 'cte.ctc.authorization.changed':
      case 'cte.ctc.authorization.flagged':
      case 'cte.ctc.assignment-rule.changed':
      case 'cte.ctc.flag.resolved':
      case 'cte.ctc.flag.reopened':
      case 'cte.ctc.release.assessed':
      case 'cte.calpads.course-code.changed':
      case 'cte.calpads.code-change.published':
      case 'cte.calpads.code-set.published':
      case 'cte.calpads.course-code.flagged':
      case 'cte.calpads.flag.resolved':
      case 'cte.calpads.flag.reopened':
      case 'cte.calpads.release.assessed':
        break
      default:
        event satisfies never
    }
    await positions.note(session, { source: event.source, sequence })
  }
}
