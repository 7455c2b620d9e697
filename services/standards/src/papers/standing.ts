import { type Block, counted, type Inline, link, note, words } from './paper.ts'
import type { AgencyData, PaperData } from './paper-data.ts'
import type { Sources } from './sources.ts'
import { DEPENDENTS, dayInWords, SEVERITIES } from './wording.ts'

/** What a reader must know before anything else: whether any of it is in force. */
export function standing(data: PaperData, sources: Sources): Block {
  const { of } = data
  if (of.kind === 'release')
    return note(
      'Published.',
      `This is about release `,
      link(of.id, sources.subject),
      `, published on ${dayInWords(of.publishedOn)}. Counts of flags are as their owners have them now, and change as they are worked on.`,
    )
  if (of.became !== null)
    return note(
      'Published since.',
      'This proposal became release ',
      link(of.became, sources.release(of.became)),
      '. Read the paper of that release; this one shows what the proposal would do today.',
    )
  if (of.withdrawn !== null)
    return note('Withdrawn.', 'This proposal was given up: ', words(of.withdrawn), '. Nothing below will happen.')
  return note(
    'Proposal.',
    'Nothing in this paper is adopted. It describes a ',
    link('proposal', sources.subject),
    ` (revision ${of.revision}, ${STATES[of.state]}) and what it would do to the records as they are now.`,
  )
}
const STATES: Record<string, string> = {
  draft: 'still a draft',
  'in-review': 'in review',
  approved: 'approved by the CDE',
  scheduled: 'approved and scheduled',
  publishing: 'being published',
}

/** `3 must be acted on, 1 must be looked at, 12 are for information`. */
export function bySeverity(agency: AgencyData, sources: Sources): Inline[] {
  const { total } = agency
  if (total === 0) return [counted(0, DEPENDENTS[agency.agency], sources.dependents(agency))]
  const say = { breaking: 'to act on', review: 'to look at', notice: 'to know of' }
  const parts = SEVERITIES.filter(severity => agency.bySeverity[severity] > 0).map(severity => ({
    figure: agency.bySeverity[severity],
    text: `${agency.bySeverity[severity].toLocaleString('en-US')} ${say[severity]}`,
    at: sources.dependents(agency, { severity }),
    about: DEPENDENTS[agency.agency][1],
  }))
  return [
    counted(total, DEPENDENTS[agency.agency], sources.dependents(agency)),
    ': ',
    ...parts.flatMap((each, at): Inline[] => (at === 0 ? [each] : [', ', each])),
  ]
}
