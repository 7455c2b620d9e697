import type { Item } from '@cte-align/client'
import { Link } from 'react-router'
import { courseCodes, credentials } from '../../../data/api.ts'
import { type Answer, useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { Code, SeverityTag, StateTag } from '../../../parts/Tags.tsx'
import { type FlagAgency, paths } from '../../../paths.ts'
import { many } from '../words.ts'

type Flag = Item<'credentials', '/flags', 'get'>
const SHOWN = 10

/** Flags that changes of this item made, at each agency, gravest first. */
export function FlagsOn({ id }: { id: string }) {
  const query = { item: id, limit: SHOWN, order: 'gravest' } as const
  const ctc = useAnswer(['credentials', 'flags', query], signal =>
    credentials.GET('/flags', { params: { query }, signal }),
  )
  const calpads = useAnswer(['course-codes', 'flags', query], signal =>
    courseCodes.GET('/flags', { params: { query }, signal }),
  )
  return (
    <div className="columns">
      <Agency name="CTC" agency="ctc" id={id} answer={ctc} />
      <Agency name="CALPADS" agency="calpads" id={id} answer={calpads} />
    </div>
  )
}

interface AgencyProps {
  name: string
  agency: FlagAgency
  id: string
  answer: Answer<{ items: Flag[]; next: string | null }>
}

const Agency = ({ name, agency, id, answer }: AgencyProps) => (
  <div>
    <h3>{name}</h3>
    <Shown
      of={answer}
      what={`${name}’s flags`}
      lines={3}
      isEmpty={({ items }) => items.length === 0}
      empty={`No change of this item has flagged anything at ${name}.`}
    >
      {({ items, next }) => (
        <>
          <ul className="plain-list found">
            {items.map(flag => (
              <li key={flag.id}>
                <SeverityTag severity={flag.severity} />{' '}
                <Link to={paths.flag(agency, flag.id)}>
                  <Code>{flag.dependent.key}</Code> {flag.dependent.title}
                </Link>{' '}
                <StateTag state={flag.state} /> <span className="small soft">{flag.release.id}</span>
              </li>
            ))}
          </ul>
          <Link to={paths.queue(agency, { item: id })}>
            {next ? `All of them in ${name}’s queue` : `${many(items.length, 'flag')} in ${name}’s queue`}
          </Link>
        </>
      )}
    </Shown>
  </div>
)
