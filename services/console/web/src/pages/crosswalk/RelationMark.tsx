import { Unverified } from '../../parts/Tags.tsx'
import { isUnverified, RELATION_STATES, RELATION_WORDS, RELATIONS, type Relation, STATES } from './words.ts'

/** The kind of a relation by letter, shape and colour, its state by the border. */
export const RelationMark = ({ relation, state }: Pick<Relation, 'relation' | 'state'>) => (
  <span className="relation-mark" data-relation={relation} data-state={state} aria-hidden="true">
    {RELATIONS[relation].letter}
    <span>{RELATIONS[relation].shape}</span>
    {state === 'suspect' && '!'}
  </span>
)

/** The same in words. */
export const RelationWords = ({
  relation,
  state,
  moved = false,
}: Pick<Relation, 'relation' | 'state'> & { moved?: boolean }) => (
  <span className="row">
    <RelationMark relation={relation} state={state} />
    <span>{relation}</span>
    <StateWords state={state} moved={moved} />
  </span>
)

export const StateWords = ({ state, moved = false }: Pick<Relation, 'state'> & { moved?: boolean }) => (
  <>
    <span className={state === 'accepted' ? 'tag tag--good' : 'tag'} title={STATES[state].says}>
      {state}
    </span>
    {isUnverified(state) && <Unverified why={STATES[state].says} />}
    {moved && (
      <span className="tag tag--review" title="What stands at an end is no longer what it was when somebody looked">
        <span aria-hidden="true">◆</span>end changed
      </span>
    )}
  </>
)

/** What letters, shapes and borders mean. */
export const Legend = () => (
  <details className="legend">
    <summary>What letters, shapes and borders mean</summary>
    <ul className="plain-list row">
      {RELATION_WORDS.map(relation => (
        <li className="row" key={relation}>
          <RelationMark relation={relation} state="accepted" /> {relation}
        </li>
      ))}
    </ul>
    <ul className="plain-list">
      {RELATION_STATES.map(state => (
        <li className="row" key={state}>
          <RelationMark relation="related" state={state} /> {state}: {STATES[state].says}
        </li>
      ))}
    </ul>
  </details>
)
