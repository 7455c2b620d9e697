import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { Tag, Unverified } from '../../../parts/Tags.tsx'
import { useHere } from '../use-proposal.ts'

/** The State Board's adoption phases that hold items of this framework: a vote dates nothing, publishing does. */
export function Phases() {
  const { proposal } = useHere()
  const phases = useAnswer(['standards', 'adoption-phases'], signal => standards.GET('/adoption-phases', { signal }))
  return (
    <section aria-labelledby="phases">
      <h2 id="phases">Adoption phases of this framework</h2>
      <Shown of={phases} what="the adoption phases" lines={4}>
        {({ items }) => {
          const mine = items.filter(phase => phase.items.some(({ framework }) => framework === proposal.framework))
          if (mine.length === 0) return <p className="soft">No adoption phase names items of {proposal.framework}.</p>
          return (
            <ul className="plain-list stack">
              {mine.map(({ id, name, plannedMonth, standing, because, items: held, provenance }) => (
                <li key={id}>
                  <strong>{name}</strong> <Tag>{standing}</Tag> {!provenance.verified && <Unverified />}
                  <br />
                  {because}. Planned: {plannedMonth ?? 'unknown'}.{' '}
                  <span className="soft small">
                    {held.map(({ item, printedName }) => item ?? printedName).join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          )
        }}
      </Shown>
    </section>
  )
}
