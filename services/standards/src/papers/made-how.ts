import { part } from './addresses.ts'
import { type Block, heading, link, paragraph, terms } from './paper.ts'
import type { PaperData } from './paper-data.ts'
import type { Sources } from './sources.ts'
import { momentInWords } from './wording.ts'

/** The end of each paper: from what it was made, when, and how to make it again. */
export function madeHow(
  data: PaperData,
  sources: Sources,
  { paper, origin }: { paper: string; origin: string },
): Block[] {
  const { of, agencies, madeAt, position } = data
  const known = Object.entries({ credentials: agencies.ctc, 'course-codes': agencies.calpads })
  return [
    heading('How this paper was made'),
    paragraph(
      'Made by cte-align from the records of three services, without changing any of them. Every number is a link to the query that counts it; who follows the link later may find another number, for the records go on. The agency that issues a paper edits it first and answers for it.',
    ),
    terms([
      {
        term: 'From',
        line:
          of.kind === 'proposal'
            ? [
                link(`proposal ${of.id}`, sources.subject),
                `, revision ${of.revision}, on release ${of.base} of ${data.framework.key}`,
              ]
            : [
                link(`release ${of.id}`, sources.subject),
                ', made of ',
                link(`proposal ${of.proposal}`, sources.proposal),
              ],
      },
      { term: of.kind === 'proposal' ? 'Digest of the impacts' : 'Digest of the changes', line: [{ code: of.digest }] },
      {
        term: 'Positions',
        line: [
          `standards at event ${position}; `,
          known
            .map(
              ([service, { positions }]) =>
                `${service} had heard ${
                  Object.entries(positions)
                    .map(([source, at]) => `${source} up to ${at}`)
                    .join(', ') || 'nothing'
                }`,
            )
            .join('; '),
        ],
      },
      { term: 'Made', line: [`${momentInWords(madeAt)} (California); `, { code: madeAt.toISOString() }] },
    ]),
    paragraph('To make it again:'),
    { block: 'command', text: `curl '${origin}${sources.root}/papers/${part(paper)}?format=html'` },
  ]
}
