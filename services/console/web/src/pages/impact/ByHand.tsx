import { Link } from 'react-router'
import { flags, standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Shown } from '../../parts/Shown.tsx'
import { Code } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { KIND_WORDS } from './impact-filters.ts'
import type { Dependent } from './impact-types.ts'

const LEAD = 'No sector and no assignment rule leads to these, so nothing can be computed for them: a person must look.'

export function ProposalByHand({ id }: { id: string }) {
  const list = useAnswer(['standards', 'proposals', id, 'by-hand'], signal =>
    standards.GET('/proposals/{id}/impacts/manual-review', { params: { path: { id } }, signal }),
  )
  return (
    <Shown
      of={list}
      what="what to look at by hand"
      isEmpty={({ items }) => items.length === 0}
      empty="Everything that could be touched is among the impacts."
    >
      {({ items }) => <Dependents of={items} />}
    </Shown>
  )
}

export const ReleaseByHand = ({ release }: { release: string }) => (
  <div className="columns">
    <OfAgency agency="ctc" name="CTC" release={release} />
    <OfAgency agency="calpads" name="CALPADS" release={release} />
  </div>
)

function OfAgency({ agency, name, release }: { agency: 'ctc' | 'calpads'; name: string; release: string }) {
  const service = agency === 'ctc' ? 'credentials' : 'course-codes'
  const told = useAnswer([service, 'assessment', release], signal =>
    flags[agency].GET('/releases/{id}/assessment', { params: { path: { id: release } }, signal }),
  )
  return (
    <section className="stack">
      <h2>{name}</h2>
      <Shown of={told} what={`what ${name} found`}>
        {({ state, assessment }) => {
          if (assessment === null)
            return (
              <p role="status">
                {name} has not worked through the release yet: {state}.
              </p>
            )
          return assessment.manualReview.length === 0 ? (
            <p className="empty">Nothing.</p>
          ) : (
            <Dependents of={assessment.manualReview} />
          )
        }}
      </Shown>
    </section>
  )
}

const Dependents = ({ of }: { of: readonly Dependent[] }) => (
  <section className="stack">
    <p className="soft">{LEAD}</p>
    <ul className="impact-choices">
      {of.map(({ kind, key, title }) => (
        <li key={`${kind} ${key}`}>
          {kind === 'course-code' ? (
            <Link to={paths.courseCode(key)}>
              <Code>{key}</Code>
            </Link>
          ) : (
            <Code>{key}</Code>
          )}{' '}
          {title} <span className="soft small">({KIND_WORDS[kind]})</span>
        </li>
      ))}
    </ul>
  </section>
)
