import type { Agency, Role } from '@cte-align/contracts'

/** Each agency clears only its own end; course codes are kept by CDE, in CALPADS: staff of either may clear theirs. */
const MAY_CLEAR: Record<Agency, Agency[]> = { CTC: ['CTC'], CALPADS: ['CALPADS', 'CDE'], CDE: ['CDE'] }
const CLEARING: Role[] = ['editor', 'approver', 'administrator']

/** Who moves flags of this agency. */
export const whoClears = (agency: Agency) => ({ agencies: MAY_CLEAR[agency], roles: CLEARING })

/** Who keeps views of its queue: whoever works there, with whatever role. */
export const whoLooks = (agency: Agency) => ({
  agencies: MAY_CLEAR[agency],
  roles: ['viewer', 'commenter', 'editor', 'approver', 'publisher', 'administrator'] as Role[],
})
