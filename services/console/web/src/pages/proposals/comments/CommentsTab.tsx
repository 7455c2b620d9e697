import { useState } from 'react'
import { standards } from '../../../data/api.ts'
import { usePages } from '../../../data/use-answer.ts'
import { useFilters } from '../../../data/use-filters.ts'
import { useSession } from '../../../data/use-session.ts'
import { SelectField, TextField } from '../../../parts/Field.tsx'
import { More, Shown } from '../../../parts/Shown.tsx'
import { useLate } from '../../../parts/use-late.ts'
import { proposalKey, useHere } from '../use-proposal.ts'
import { isOpen } from '../words.ts'
import { CommentSummary } from './CommentSummary.tsx'
import { among, asThread, DISPOSITIONS, ROLES } from './comment.ts'
import { ImportComments } from './ImportComments.tsx'
import { RecordComment } from './RecordComment.tsx'
import { ThreadCard } from './ThreadCard.tsx'

const DEFAULTS = { answer: '', role: '', q: '' }
const ANSWERS = [['', 'All'], ['unanswered', 'Unanswered'], ...DISPOSITIONS] as const

/** What was said, answered or not; where to record more. */
export function CommentsTab() {
  const { proposal, params } = useHere()
  const { may } = useSession()
  const { filters, set, active, clear } = useFilters(DEFAULTS)
  const [adding, setAdding] = useState<'one' | 'file'>()
  const q = useLate(filters.q.trim())
  const disposition = among(DISPOSITIONS, filters.answer)
  const role = among(ROLES, filters.role)
  const query = {
    view: 'thread' as const,
    limit: 50,
    ...(filters.answer === 'unanswered' && { unanswered: 'true' as const }),
    ...(disposition && { disposition }),
    ...(role && { role }),
    ...(q && { q }),
  }
  const threads = usePages(
    proposalKey(proposal.id, 'comments', query),
    (cursor, signal) =>
      standards.GET('/proposals/{id}/comments', {
        params: { ...params, query: { ...query, ...(cursor && { cursor }) } },
        signal,
      }),
    { keep: true },
  )
  const takes = isOpen(proposal.state)
  return (
    <div className="beside">
      <div>
        <form className="filters" onSubmit={event => event.preventDefault()}>
          <SelectField label="Answer" value={filters.answer} options={ANSWERS} onChange={answer => set({ answer })} />
          <SelectField
            label="Said by"
            value={filters.role}
            options={[['', 'Anybody'], ...ROLES]}
            onChange={role => set({ role })}
          />
          <TextField label="Words in it" type="search" value={filters.q} onChange={q => set({ q })} />
        </form>
        <Shown
          of={threads}
          what="the comments"
          lines={6}
          empty={
            active ? (
              <>
                No comment fits these filters.{' '}
                <button type="button" className="usa-button usa-button--unstyled" onClick={clear}>
                  Clear the filters
                </button>
              </>
            ) : (
              'Nobody has commented yet.'
            )
          }
        >
          {items => (
            <>
              <ol className="plain-list stack">
                {items.map(item => (
                  <ThreadCard key={item.id} thread={asThread(item)} />
                ))}
              </ol>
              <More
                shown={items.length}
                more={threads.more}
                loadingMore={threads.loadingMore}
                loadMore={threads.loadMore}
                what="threads"
              />
            </>
          )}
        </Shown>
      </div>
      <div className="stack">
        {may('comment') && takes && !adding && (
          <div className="row">
            <button type="button" className="usa-button" onClick={() => setAdding('one')}>
              Record a comment
            </button>
            <button type="button" className="usa-button usa-button--outline" onClick={() => setAdding('file')}>
              Import a file
            </button>
          </div>
        )}
        {!may('comment') && takes && <p className="soft">Staff of CDE, CTC and CALPADS may record what was said.</p>}
        {adding === 'one' && <RecordComment onClose={() => setAdding(undefined)} />}
        {adding === 'file' && <ImportComments onClose={() => setAdding(undefined)} />}
        <CommentSummary />
      </div>
    </div>
  )
}
