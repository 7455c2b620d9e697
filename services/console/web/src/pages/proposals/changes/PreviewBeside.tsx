import { Code, plainWord } from '../../../parts/Tags.tsx'
import { many } from '../words.ts'
import type { Preview } from './use-preview.ts'

/** What stands beside the counts: whom it hits by name, what somebody must look at, what cannot be known. */
export function PreviewBeside({ preview }: { preview: Preview }) {
  const { agencies, courseCodes, decoder, warnings, notes, unknowns } = preview
  const named = [...agencies.ctc.impacts, ...agencies.calpads.impacts]
  const rest = agencies.ctc.count + agencies.calpads.count - named.length
  const manual = [...agencies.ctc.manualReview, ...agencies.calpads.manualReview]
  const undecided = named.filter(({ causes }) => causes.some(({ assignment }) => assignment === 'undecided')).length
  const { permitted, refused, unknown } = decoder.counts
  return (
    <div className="stack">
      {named.length > 0 && (
        <details>
          <summary>By name</summary>
          <ul className="plain-list small">
            {named.map(({ dependent, severity }) => (
              <li key={`${dependent.kind} ${dependent.key}`}>
                <Code>{dependent.key}</Code> {dependent.title} <span className="soft">({severity})</span>
              </li>
            ))}
          </ul>
          {rest > 0 && <p className="small soft">and {rest} more.</p>}
        </details>
      )}
      <ul className="small">
        {undecided > 0 && (
          <li>
            {rest > 0 ? 'At least ' : ''}
            {undecided} undecided after a split
          </li>
        )}
        {courseCodes.count > 0 && (
          <li>
            Suggested for {many(courseCodes.count, 'course code')}:{' '}
            {Object.entries(courseCodes.byKind)
              .map(([kind, count]) => `${count} ${plainWord(kind).toLowerCase()}`)
              .join(', ')}
          </li>
        )}
        {courseCodes.sequences.length > 0 && (
          <li>{many(courseCodes.sequences.length, 'course sequence')} would break</li>
        )}
        {permitted + refused + unknown > 0 && (
          <li>
            Who may teach what: {permitted} newly permitted, {refused} newly refused, {unknown} unknown
          </li>
        )}
        {decoder.withoutPairCount > 0 && (
          <li>{many(decoder.withoutPairCount, 'course code')} would be left without a certain authorization</li>
        )}
      </ul>
      {manual.length > 0 && (
        <details>
          <summary>{many(manual.length, 'dependent')} to look at by hand</summary>
          <ul className="plain-list small">
            {manual.map(({ kind, key, title }) => (
              <li key={`${kind} ${key}`}>
                <Code>{key}</Code> {title}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Told
        title="Unknown"
        of={unknowns.map(({ code, message, count }) => ({ code, message: `${message} (${count})` }))}
      />
      <Told title="Dates to look at" of={warnings} />
      <Told title="Notes" of={notes} />
    </div>
  )
}

const Told = ({ title, of }: { title: string; of: { code: string; message: string }[] }) =>
  of.length > 0 && (
    <details>
      <summary>
        {title} ({of.length})
      </summary>
      <ul className="small">
        {of.map(({ code, message }) => (
          <li key={`${code} ${message}`}>
            {message} <Code>{code}</Code>
          </li>
        ))}
      </ul>
    </details>
  )
