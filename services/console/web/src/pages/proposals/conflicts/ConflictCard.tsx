import { Code, Tag } from '../../../parts/Tags.tsx'
import { momentText } from '../../../parts/times.ts'
import { many } from '../words.ts'
import type { Keep } from './choices.ts'
import type { Conflicts } from './RebaseForm.tsx'

type Colliding = Conflicts['conflicts'][number]
type Changed = Colliding['ours']['changes'][number]

interface ConflictCardProps {
  conflict: Colliding
  keep: Keep | undefined
  onKeep: ((keep: Keep) => void) | undefined
}

/** One item, as the draft has it and as newer releases have it. */
export function ConflictCard({ conflict: { item, ours, theirs, operations }, keep, onKeep }: ConflictCardProps) {
  const choice = (value: Keep, text: string) =>
    onKeep && (
      <label className="check">
        <input
          type="radio"
          name={`keep ${item.id}`}
          value={value}
          checked={keep === value}
          onChange={() => onKeep(value)}
        />
        {text}
      </label>
    )
  return (
    <fieldset className="card conflict">
      <legend>
        <Code>{item.key}</Code> {item.title}
      </legend>
      <div className="columns">
        <div>
          <h3>This draft</h3>
          <p className="soft small">
            {ours.by.id}, {momentText(ours.at)}
          </p>
          {ours.changes.map(change => (
            <Difference key={change.id} change={change} />
          ))}
          {choice('ours', 'Keep ours')}
        </div>
        <div>
          <h3>Newer releases</h3>
          {theirs.map(({ change, release, by, at }) => (
            <div key={change.id}>
              <p className="soft small">
                <Code>{release}</Code>, {by.id}, {momentText(at)}
              </p>
              <Difference change={change} />
            </div>
          ))}
          {choice(
            'theirs',
            `Keep theirs: drops ${many(operations.length, 'operation')} (${operations.map(each => each + 1).join(', ')})`,
          )}
        </div>
      </div>
    </fieldset>
  )
}

const FIELDS = ['title', 'text', 'scopeNote', 'code'] as const

/** Before and after, of the fields that differ. */
export const Difference = ({ change: { class: kind, before, after } }: { change: Changed }) => (
  <div className="words">
    <Tag>{kind}</Tag>
    {FIELDS.map(field => {
      const [was, is] = [before?.[field], after?.[field]]
      return (
        (was || is) && (
          <p key={field}>
            {was && <del>{was}</del>} {is && <ins>{is}</ins>}
          </p>
        )
      )
    })}
  </div>
)
