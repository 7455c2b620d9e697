import { Shown } from '../../../parts/Shown.tsx'
import { plainWord } from '../../../parts/Tags.tsx'
import { dayText, momentText } from '../../../parts/times.ts'
import { type ProposalTab, paths } from '../../../paths.ts'
import { type Proposal, useUnderWay } from '../use-home.ts'
import { liesOn } from '../who-waits.ts'
import { Entries, FIRST, Heap, Nothing } from './Heap.tsx'

type Kind = Parameters<typeof liesOn>[0]

interface Words {
  title: string
  what: string
  none: string
  tab: ProposalTab
  /** The list that holds them all, and others where no state is enough. */
  state: Proposal['state'] | 'under-way'
}
const WORDS: Record<Kind, Words> = {
  publish: {
    title: 'To publish or schedule',
    what: 'approved, or held on its day',
    none: 'No approved proposal waits to be published.',
    tab: 'sign-off',
    state: 'approved',
  },
  approve: {
    title: 'To approve or return',
    what: 'in review',
    none: 'No proposal waits for an approval.',
    tab: 'sign-off',
    state: 'in-review',
  },
  'sign-off': {
    title: 'To acknowledge or object',
    what: 'on which your agency has said nothing',
    none: 'Your agency has answered every proposal in review.',
    tab: 'sign-off',
    state: 'under-way',
  },
  drafts: {
    title: 'Drafts',
    what: 'drafts not submitted',
    none: 'No draft is being written.',
    tab: 'changes',
    state: 'draft',
  },
  'open-for-comment': {
    title: 'Open for comment',
    what: 'proposals take comments',
    none: 'No proposal is under way.',
    tab: 'comments',
    state: 'under-way',
  },
}

/** Proposals at one point of their way. */
export function ProposalHeap({ kind, agency }: { kind: Kind; agency?: string | undefined }) {
  const underWay = useUnderWay()
  const { title, what, none, tab, state } = WORDS[kind]
  const mine = underWay.data?.filter(proposal => liesOn(kind, proposal, agency))
  return (
    <Heap title={title} count={mine?.length} to={paths.proposals({ state })} what={what}>
      {underWay.more && <Nothing>Counted among the {underWay.data?.length} newest proposals under way.</Nothing>}
      <Shown
        of={{ ...underWay, data: mine }}
        what="the proposals under way"
        lines={2}
        empty={<Nothing>{none}</Nothing>}
      >
        {proposals => (
          <Entries
            label={title}
            entries={proposals.slice(0, FIRST).map(proposal => ({
              key: proposal.id,
              to: paths.proposal(proposal.id, tab),
              text: proposal.title,
              beside: besideOf(proposal),
            }))}
          />
        )}
      </Shown>
    </Heap>
  )
}

const besideOf = ({ state, held, schedule, dates, operations, updatedAt }: Proposal): string => {
  if (held) return `held: ${held.reasons.join('; ')}`
  if (schedule) return `publishes ${momentText(schedule.at)}`
  const effective = dates.effective ? `, effective ${dayText(dates.effective)}` : ''
  return `${plainWord(state)}, ${operations} ${operations === 1 ? 'operation' : 'operations'}${effective}; ${momentText(updatedAt)}`
}
