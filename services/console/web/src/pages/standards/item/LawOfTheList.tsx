import { credentials } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { Code, Unverified } from '../../../parts/Tags.tsx'
import { kindWord } from '../words.ts'
import type { ItemAnswer } from './ItemFacts.tsx'

/** The law that counts or names the sectors or clusters hangs on the whole list, and so on each of them. */
export function LawOfTheList({ framework, kind }: Pick<ItemAnswer, 'framework' | 'kind'>) {
  const law = useAnswer(['credentials', 'legal-references', 'all'], signal =>
    credentials.GET('/legal-references', { params: { query: { limit: 200 } }, signal }),
  )
  const mine = law.data?.items.filter(({ dependsOn }) => dependsOn.some(on => on.framework === framework))
  return (
    <>
      <h3>Law that counts or names every {kindWord(kind)}</h3>
      <Shown
        of={{ ...law, data: mine }}
        what="the legal references"
        lines={3}
        empty={`No statute or regulation that we know of counts or names the ${kindWord(kind)}s.`}
      >
        {references => (
          <ul className="plain-list found">
            {references.map(({ citation, subject, provenance }) => (
              <li key={citation}>
                <Code>{citation}</Code> {subject} {!provenance.verified && <Unverified />}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </>
  )
}
