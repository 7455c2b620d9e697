import type { Answer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { Code, Tag } from '../../../parts/Tags.tsx'
import { PieceOf } from '../../../parts/WordDiff.tsx'
import { type Change, many } from '../words.ts'
import { isUnfit } from './Unfit.tsx'
import type { useDiff } from './use-preview.ts'

type Diff = NonNullable<ReturnType<typeof useDiff>['data']>

interface DiffListProps {
  diff: Answer<Diff>
  limit: number
  onMore: () => void
}

const FIELDS = { title: 'Title', text: 'Text', scopeNote: 'Scope note', code: 'Code' }

/** What changes, gravest class first, in a sentence and word by word. */
export const DiffList = ({ diff, limit, onMore }: DiffListProps) => (
  <section className="what-changes" aria-labelledby="what-changes" aria-busy={diff.old}>
    <h2 id="what-changes">What changes</h2>
    {isUnfit(diff.error) ? (
      <p className="soft">Nothing can be said before the operation fits.</p>
    ) : (
      <Changes {...{ diff, limit, onMore }} />
    )}
  </section>
)

const Changes = ({ diff, limit, onMore }: DiffListProps) => (
  <Shown of={diff} what="what changes" lines={6}>
    {({ changes, byClass, total, relations }) => (
      <div className={diff.old ? 'being-renewed' : undefined}>
        <p role="status">
          {total === 0 && relations.mapped.length + relations.unmapped.length === 0
            ? 'Nothing changes yet.'
            : `${many(total, 'change')}: ${Object.entries(byClass)
                .map(([name, count]) => `${count} ${name}`)
                .join(', ')}`}
        </p>
        <ul className="plain-list stack">
          {changes.map(change => (
            <ChangeCard key={change.id} change={change} />
          ))}
          {relations.mapped.map(({ operation, from, to, relation, crosswalk }) => (
            <li className="card" key={`mapped ${operation}`}>
              <Tag>map</Tag> <Code>{from.key}</Code> {relation} {to ? <Code>{to.key}</Code> : 'to nothing'} in{' '}
              <Code>{crosswalk}</Code>
            </li>
          ))}
          {relations.unmapped.map(({ operation, relation, reason }) => (
            <li className="card" key={`unmapped ${operation}`}>
              <Tag>unmap</Tag> <Code>{relation}</Code>: {reason}
            </li>
          ))}
        </ul>
        {total > limit && (
          <p className="row">
            The first {limit} of {total} are shown.
            <button type="button" className="usa-button usa-button--outline" onClick={onMore}>
              Show more
            </button>
          </p>
        )}
      </div>
    )}
  </Shown>
)

export const ChangeCard = ({ change }: { change: Change }) => (
  <li className="card change">
    <p>
      <Tag>{change.class}</Tag> {change.said}
    </p>
    {change.words.map(({ field, pieces }) => (
      <p className="words" key={field}>
        <span className="soft small">{FIELDS[field]}: </span>
        {pieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: words have no name but their place
          <PieceOf key={index} piece={piece} />
        ))}
      </p>
    ))}
    <p className="soft small">
      {change.override
        ? `The rule said ${change.override.ruleClass}; ${change.override.by} overrode it: ${change.override.reason}`
        : `Rule ${change.rule}`}
    </p>
  </li>
)
