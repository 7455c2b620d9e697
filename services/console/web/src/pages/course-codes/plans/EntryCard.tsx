import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { Selection } from '../../../parts/DataTable.tsx'
import { StateTag } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { CodeLink } from '../CodeLink.tsx'
import { keepFocus } from '../keep-focus.ts'
import { Decision } from './DecideBar.tsx'
import { EntryContent } from './EntryContent.tsx'
import { type Entry, placeWords } from './entry-form.ts'
import { kindWords } from './kinds.ts'
import type { Plan } from './PlanPage.tsx'

interface EntryCardProps {
  entry: Entry
  plan: Plan
  etag: string | null
  titles: ReadonlyMap<string, string>
  /** Left out: it can only be read. */
  selection: Selection | undefined
  onEdit: () => void
  /** Stands in place of the content while it is edited. */
  editor: ReactNode
}

/** One entry: what is suggested and why, what was decided, and what to do about it. */
export function EntryCard({ entry, plan, etag, titles, selection, onEdit, editor }: EntryCardProps) {
  const [deciding, setDeciding] = useState<'accept' | 'decline'>()
  const { id, state, courseCode, content, suggestion, decision } = entry
  const names = courseCode ? [courseCode] : content?.from?.length ? content.from : (content?.to ?? [])
  const name = names.join(', ')
  const acceptable = content !== null && (state === 'declined' || state === 'suggested')
  return (
    <article className="card entry" id={`entry-${id}`} data-state={state} aria-label={`Entry on ${name}`}>
      <div className="row">
        {selection && state === 'suggested' && (
          <input
            type="checkbox"
            aria-label={`Select ${name}`}
            checked={selection.chosen.has(id)}
            onChange={() => selection.toggle(id)}
          />
        )}
        <h3 className="entry-name">
          {names.map(code => (
            <span key={code}>
              <CodeLink code={code} schoolYear={plan.schoolYear} /> {titles.get(code)}{' '}
            </span>
          ))}
        </h3>
        <StateTag state={state === 'suggested' ? 'to decide' : state} />
      </div>
      {suggestion && (
        <p className="small">
          <span className="soft">Suggested:</span> {kindWords(suggestion.kind)}.{' '}
          {suggestion.places.map(placeWords).join('; ')}. <span className="soft">Rule {suggestion.rule}.</span>{' '}
          {suggestion.flag && <Link to={paths.flag('calpads', suggestion.flag)}>Why: the flag on {name}</Link>}
        </p>
      )}
      {editor || (content !== null && state !== 'suggested' && <EntryContent content={content} />)}
      {!editor && decision && (
        <p className="small soft">
          {decision.by.id}: {decision.reason}
        </p>
      )}
      {!editor && selection && (
        <div className="row no-print">
          <button type="button" className="usa-button usa-button--outline" id={`edit-${id}`} onClick={onEdit}>
            {content === null ? 'Say what becomes of it' : 'Edit'}
            <span className="hidden-visually"> {name}</span>
          </button>
          {acceptable && (
            <button type="button" className="usa-button usa-button--outline" onClick={() => setDeciding('accept')}>
              Accept<span className="hidden-visually"> {name}</span>
            </button>
          )}
          {state !== 'declined' && (
            <button type="button" className="usa-button usa-button--outline" onClick={() => setDeciding('decline')}>
              Decline<span className="hidden-visually"> {name}</span>
            </button>
          )}
        </div>
      )}
      {deciding && (
        <Decision
          plan={plan}
          etag={etag}
          ids={[id]}
          decision={deciding}
          onClose={() => {
            setDeciding(undefined)
            keepFocus(`edit-${id}`, 'plan-entries')
          }}
        />
      )}
    </article>
  )
}
