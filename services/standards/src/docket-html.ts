import type { CommentSummary } from './comment-summary.ts'
import type { DocketRow } from './docket-rows.ts'
import { DOCKET_STYLE } from './docket-style.ts'
import type { ProposalDoc } from './proposal.ts'

const COLUMNS = ['Comment', 'Said', 'About', 'From', 'Answer'] as const

/**
 * The docket as one document that needs nothing else: no script, no other file. It comes in pieces, so that thousands of
 * comments are never held at once. Rows come unanswered first.
 */
export async function* docketHtml(
  proposal: ProposalDoc,
  summary: CommentSummary,
  rows: AsyncIterable<DocketRow>,
  day: string,
): AsyncGenerator<string> {
  const { _id, framework, base, state, title, description } = proposal
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Docket of comments: ${escaped(title)}</title>
<style>${DOCKET_STYLE}</style>
</head>
<body>
<main>
<h1>Docket of comments: ${isolated(title)}</h1>
<p>Made on ${day}. Comments name nobody; staff recorded what was said.</p>
<h2>Proposal</h2>
<dl>
${pair('Framework', framework)}
${pair('Starts from', base === 0 ? 'nothing: it is the first release' : `release ${framework}@${base}`)}
${pair('State', state.replaceAll('-', ' '))}
${description === null ? '' : pair('Description', description)}
${pair('Operations', String(proposal.operations.length))}
${pair('Number', _id)}
</dl>
<h2>Counts</h2>
${counts(summary)}
`
  yield* tables(rows)
  yield '</main>\n</body>\n</html>\n'
}

/** One table for what waits for an answer, one for the rest; the thread of an unanswered comment is with it. */
async function* tables(rows: AsyncIterable<DocketRow>): AsyncGenerator<string> {
  let open: boolean | null = null
  let waiting = false
  for await (const row of rows) {
    if (row.replyTo === null) waiting = row.unanswered
    if (open !== waiting) {
      if (open !== null) yield '</tbody>\n</table>\n'
      else if (!waiting) yield '<h2>Unanswered</h2>\n<p>No comment waits for an answer.</p>\n'
      yield waiting
        ? head('Unanswered', 'Comments that wait for an answer, each with its replies')
        : head('Answered or withdrawn', 'Comments that need no further answer, each with its replies')
      open = waiting
    }
    yield line(row)
  }
  yield open === null ? '<h2>Comments</h2>\n<p>Nobody has commented.</p>\n' : '</tbody>\n</table>\n'
}

// The roles repeat what the elements say: browsers forget it where a narrow screen shows rows as blocks.
const head = (title: string, caption: string): string => `<h2>${title}</h2>
<table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${COLUMNS.map(name => `<th role="columnheader" scope="col">${name}</th>`).join('')}</tr></thead>
<tbody role="rowgroup">
`

function line(row: DocketRow): string {
  const { number, replyTo, status, text, about, session, region, role, people, recorded } = row
  const reply = replyTo === null ? '' : `<br>reply to ${replyTo}`
  const many = people === 1 ? '' : `, ${people} people`
  const from = [`${role}${many}`, region === '' ? '' : `Region: ${region}`, session, `Recorded ${recorded}`]
  return `<tr role="row"${row.unanswered ? ' class="open"' : ''}>
<th role="rowheader" scope="row">${number}${reply}<p class="status">${escaped(status)}</p></th>
${cell('Said', paragraphs(text))}
${cell('About', paragraphs(about))}
${cell(
  'From',
  from
    .filter(part => part !== '')
    .map(paragraphs)
    .join(''),
)}
${cell('Answer', answer(row))}
</tr>
`
}

const cell = (name: (typeof COLUMNS)[number], content: string): string =>
  `<td role="cell"><span class="label" aria-hidden="true">${name}</span>${content}</td>`

function answer({ disposition, reason, operations, answered, replyTo }: DocketRow): string {
  if (disposition === '') return `<p>${replyTo === null ? 'None' : 'With the thread'}</p>`
  const led = operations === '' ? '' : paragraphs(`Led to: ${operations}`)
  return `<p><strong>${escaped(disposition)}</strong></p>${paragraphs(reason)}${led}${paragraphs(answered)}`
}

function counts(summary: CommentSummary): string {
  const { total, threads, replies, withdrawn, redacted, people, unanswered, byDisposition } = summary
  const lapsed =
    byDisposition.lapsed === 0
      ? ''
      : ` (${byDisposition.lapsed} of them answered before, by an operation that is gone or changed)`
  const rows: [string, string | number][] = [
    ['Comments', total],
    ['Threads', threads],
    ['Replies', replies],
    ['People who said it', people],
    ['Withdrawn', withdrawn],
    ['Redacted', redacted],
    ['Unanswered', `${unanswered}${lapsed}`],
    ['Accepted', byDisposition.accepted],
    ['Partly accepted', byDisposition.partly],
    ['Declined', byDisposition.declined],
    ['Out of scope', byDisposition['out-of-scope']],
  ]
  return [
    tally('In all', rows),
    tally(
      'By session',
      summary.bySession.map(({ name, comments }) => [name.replaceAll('-', ' '), comments]),
    ),
    tally(
      'By region',
      summary.byRegion.map(({ name, comments }) => [name ?? 'not said', comments]),
    ),
    tally(
      'By role',
      summary.byRole.map(({ name, comments }) => [name.replaceAll('-', ' '), comments]),
    ),
  ].join('\n')
}

const tally = (caption: string, rows: [string, string | number][]): string =>
  rows.length === 0
    ? ''
    : `<table class="tally">
<caption>${caption}</caption>
<tbody>
${rows.map(([name, count]) => `<tr><th scope="row">${isolated(name)}</th><td>${escaped(String(count))}</td></tr>`).join('\n')}
</tbody>
</table>`

const pair = (name: string, text: string): string => `<dt>${name}</dt><dd>${paragraphs(text)}</dd>`

/** A direction of its own for each, so that marks in one text turn no other around. */
const paragraphs = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .filter(part => part.trim() !== '')
    .map(part => `<p dir="auto">${escaped(part)}</p>`)
    .join('')
const isolated = (text: string): string => `<bdi>${escaped(text)}</bdi>`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML shows it, between tags and in quoted attributes. What HTML may not hold becomes the replacement character. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, mark => ENTITIES[mark]!)
