import type { Change, Impact, ReachedChange } from '@cte-align/contracts'
import { strayAssignments, unverifiedRelations } from '@cte-align/impact'
import type { Asked } from './ask-agency.ts'

export interface PreviewNote {
  code: string
  message: string
}

const DEPENDENT: Record<Asked, string> = { ctc: 'authorization', calpads: 'course code' }
const NAMED = 5

/** What a reader must know beside the numbers: that nothing hangs on the framework itself, or that the way there is a draft. */
export function notesOn(seen: {
  framework: string
  changes: readonly Change[]
  reached: readonly ReachedChange[]
  impacts: readonly Impact[]
  withoutDependents: readonly Asked[]
}): PreviewNote[] {
  const { framework, changes, reached, withoutDependents } = seen
  const notes: PreviewNote[] = withoutDependents.map(agency => ({
    code: 'CTE_NOTE_NO_DEPENDENT_OF_ITS_OWN',
    message: `${framework} has no ${DEPENDENT[agency]} of its own: what is reached there is reached through a crosswalk.`,
  }))
  const drafts = unverifiedRelations(reached).length
  if (drafts > 0)
    notes.push({
      code: 'CTE_NOTE_UNVERIFIED_RELATIONS',
      message: `${drafts} crosswalk relations on the way are draft, reviewed or suspect: what rests on them alone is marked and never above review.`,
    })
  const stray = strayAssignments(seen).map(({ kind, key, item }) => `${kind} ${key} (${item})`)
  if (stray.length > 0)
    notes.push({
      code: 'CTE_NOTE_ASSIGNMENT_WITHOUT_DEPENDENT',
      message: `A split assigns what does not hang on the split item: ${stray.slice(0, NAMED).join(', ')}${stray.length > NAMED ? ` and ${stray.length - NAMED} more` : ''}. Look at the names.`,
    })
  if (changes.length === 0) notes.push({ code: 'CTE_NOTE_NO_CHANGE', message: 'The proposal changes nothing yet.' })
  return notes
}
