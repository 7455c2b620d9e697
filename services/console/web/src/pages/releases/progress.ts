/** How far an agency is with a release. */
export interface Progress {
  state: 'waiting' | 'assessing' | 'assessed'
  pieces: number
  of: number | null
  note: string | null
  assessment: { flags: number; bySeverity: Record<'breaking' | 'review' | 'notice', number> } | null
}

/** "34 flags, complete"; until then how far the assessment is. */
export function progressText({ state, pieces, of, assessment }: Omit<Progress, 'note'>): string {
  if (state === 'assessed' && assessment)
    return assessment.flags === 1 ? '1 flag, complete' : `${assessment.flags} flags, complete`
  const read = of === null ? `${pieces} changes have come` : `${pieces} of ${of} changes have come`
  return state === 'assessing' ? `Being assessed: ${read}` : `Not complete: ${read}`
}
