import { type Block, counted, figure, type Line, link, paragraph, table } from './paper.ts'
import type { PaperData } from './paper-data.ts'
import type { Sources } from './sources.ts'

const DISPOSITIONS = {
  accepted: 'Accepted',
  partly: 'Accepted in part',
  declined: 'Declined, with a reason',
  'out-of-scope': 'Out of scope',
  none: 'Not answered yet',
  lapsed: 'Answered, but what the answer pointed at has changed since',
} as const

/** What educators and others said, and what became of it. */
export function heard({ comments }: PaperData, sources: Sources): Block[] {
  const { total, threads, people, unanswered, byDisposition, sessions } = comments
  if (total === 0) return [paragraph('No comment is on record (', link('counts of comments', sources.comments()), ').')]
  const rows = Object.entries(DISPOSITIONS).map(([name, said]): Line[] => {
    const count = byDisposition[name as keyof typeof DISPOSITIONS]
    return [[said], [figure(count, `threads: ${said.toLowerCase()}`, sources.comments(`byDisposition/${name}`))]]
  })
  const where =
    sessions.length === 0 ? '' : `, recorded in: ${sessions.map(each => each.replaceAll('-', ' ')).join(', ')}`
  return [
    paragraph(
      counted(total, ['comment', 'comments'], sources.comments('total')),
      ' in ',
      counted(threads, ['thread', 'threads'], sources.comments('threads')),
      ', said by ',
      counted(people, ['person', 'people'], sources.comments('people')),
      ` as the recorders counted them${where}. No names are kept.`,
    ),
    ...table('What became of the threads', ['Answer', 'Threads'], rows),
    paragraph(
      ...(unanswered === 0
        ? ['None waits for an answer. ']
        : [counted(unanswered, ['thread waits', 'threads wait'], sources.comments('unanswered')), ' for an answer. ']),
      link('The docket: every comment with its answer', sources.docket),
      '.',
    ),
  ]
}
