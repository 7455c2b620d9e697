import { Empty } from '../../parts/Shown.tsx'
import type { ImpactOf } from '../../paths.ts'
import { ProposalByHand, ReleaseByHand } from './ByHand.tsx'
import type { View } from './impact-filters.ts'
import type { Finding } from './impact-types.ts'
import { ProposalPairs, ReleasePairs } from './Pairs.tsx'
import { ReleaseSequences, Sequences } from './Sequences.tsx'
import { Unknowns } from './Unknowns.tsx'

interface BesideViewProps {
  of: ImpactOf
  view: View
  /** Of a proposal, when they are known. */
  sequences: readonly Finding[] | undefined
}

/** The lists beside the impacts: what they mean for who may teach what, for sequences, and what stays open. */
export function BesideView({ of, view, sequences }: BesideViewProps) {
  const proposal = 'proposal' in of ? of.proposal : undefined
  switch (view) {
    case 'decoder':
      return 'proposal' in of ? <ProposalPairs id={of.proposal} /> : <ReleasePairs release={of.release} />
    case 'sequences':
      return 'proposal' in of ? <Sequences found={sequences} /> : <ReleaseSequences release={of.release} />
    case 'by-hand':
      return 'proposal' in of ? <ProposalByHand id={of.proposal} /> : <ReleaseByHand release={of.release} />
    default:
      return proposal === undefined ? (
        <Empty>What a release could not know was told before it was published, with its proposal.</Empty>
      ) : (
        <Unknowns id={proposal} />
      )
  }
}
