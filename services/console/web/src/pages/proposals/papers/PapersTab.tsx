import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { plainWord } from '../../../parts/Tags.tsx'
import { proposalKey, useHere } from '../use-proposal.ts'

/** Papers open in a window of their own, made for printing; the other form is text to be edited. */
export function PapersTab() {
  const { proposal, params } = useHere()
  const papers = useAnswer(proposalKey(proposal.id, 'papers'), signal =>
    standards.GET('/proposals/{id}/papers', { params, signal }),
  )
  return (
    <Shown of={papers} what="the papers" lines={6}>
      {({ papers }) => (
        <>
          <p>
            Each is worked out anew from what is saved, with every number linked to what counts it. To print: open it
            and print the page.
          </p>
          <ul className="plain-list stack">
            {[...papers, DOCKET(proposal.id)].map(({ paper, for: reader, html, md }) => (
              <li className="card" key={paper}>
                <h2>{titleOf(paper)}</h2>
                <p>For {reader}</p>
                <p className="row">
                  <a href={`/api/standards${html}`} target="_blank" rel="noreferrer">
                    Open to print<span className="hidden-visually">: {titleOf(paper)} (new window)</span>
                  </a>
                  <a href={`/api/standards${md}`} target="_blank" rel="noreferrer">
                    {paper === 'docket' ? 'As CSV' : 'As text to edit (Markdown)'}
                    <span className="hidden-visually">: {titleOf(paper)} (new window)</span>
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Shown>
  )
}

const TITLES: Record<string, string> = {
  'sbe-annex': 'Annex for the State Board (SBE)',
  'calpads-flash': 'CALPADS Flash',
  'coded-correspondence': 'Coded correspondence',
  docket: 'Docket of comments',
}
const titleOf = (paper: string): string => TITLES[paper] ?? plainWord(paper)

/** What was said, and what became of it. */
const DOCKET = (id: string) => ({
  paper: 'docket',
  for: 'whoever commented: every comment with its answer, unanswered first',
  html: `/proposals/${id}/docket?format=html`,
  md: `/proposals/${id}/docket?format=csv`,
})
