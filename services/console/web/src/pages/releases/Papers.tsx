import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Shown } from '../../parts/Shown.tsx'
import { paths } from '../../paths.ts'

const PAPERS = {
  'sbe-annex': 'Annex for the State Board',
  'calpads-flash': 'CALPADS Flash',
  'coded-correspondence': 'Coded Correspondence',
} as const
const nameOf = (paper: string): string => Object.entries(PAPERS).find(([key]) => key === paper)?.[1] ?? paper

/** Drafts to print or to edit. */
export function Papers({ id }: { id: string }) {
  const papers = useAnswer(['standards', 'releases', 'papers', id], signal =>
    standards.GET('/releases/{id}/papers', { params: { path: { id } }, signal }),
  )
  return (
    <section className="no-print">
      <h2>To print</h2>
      <Shown
        of={{ ...papers, data: papers.data?.papers }}
        what="the papers"
        lines={6}
        empty="No paper can be made of it."
      >
        {list => (
          <ul className="plain-list found">
            {list.map(each => (
              <li key={each.paper}>
                <a href={paths.paper(each.html)} target="_blank" rel="noreferrer">
                  {nameOf(each.paper)}
                  <span className="hidden-visually"> (opens a new tab)</span>
                </a>{' '}
                <a href={paths.paper(each.md)} className="small">
                  as text to edit<span className="hidden-visually">: {nameOf(each.paper)}</span>
                </a>
                <div className="small soft">{each.for}</div>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  )
}
