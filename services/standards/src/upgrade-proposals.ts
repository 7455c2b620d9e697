import type { Models } from './models.ts'
import { NO_TIES } from './ties.ts'

/** Proposals stored before there were reviews: what they lack is filled in at the start, once; doing it again changes nothing. Their record begins with what comes next. */
export async function upgradeProposals({ Proposal }: Pick<Models, 'Proposal'>): Promise<void> {
  await Proposal.collection.updateMany({ version: { $exists: false } }, [
    {
      $set: {
        version: '$revision',
        operationCount: { $size: '$operations' },
        dates: { adoption: null, effective: null },
        corrects: null,
        equity: null,
        ties: { $literal: NO_TIES },
        editedBy: '$openedBy',
        approval: null,
        signOffs: { CTC: null, CALPADS: null },
        schedule: null,
        held: null,
        entries: 0,
      },
    },
  ])
}
