import { useFilters } from '../../../data/use-filters.ts'
import { useSession } from '../../../data/use-session.ts'
import { CodesPage } from '../CodesPage.tsx'
import { LoadCounts } from './LoadCounts.tsx'
import { Loads } from './Loads.tsx'
import { StandingCounts } from './StandingCounts.tsx'
import { Weights } from './Weights.tsx'

const DEFAULTS = { schoolYear: '', measure: '', release: '' }

/** Counts of sections and pupils by code, what they weigh, and where they come from. */
export function CountsPage() {
  const { filters, set } = useFilters(DEFAULTS)
  const { may } = useSession()
  return (
    <CodesPage
      title="Counts"
      lead="How much hangs on a code: sections and pupils, as far as somebody has loaded them. Aggregates alone; fewer than 11 people are never told."
    >
      <Weights release={filters.release} onRelease={release => set({ release })} />
      <StandingCounts filters={filters} set={set} />
      <Loads />
      {may('plan course codes') ? (
        <LoadCounts />
      ) : (
        <p className="small soft">CALPADS and CDE staff, from editor on, may load counts.</p>
      )}
    </CodesPage>
  )
}
