import { FacetField } from './FacetField.tsx'
import type { TextDifference } from './text-differences.ts'
import { WordsBeside, WordsInline } from './WordDiff.tsx'

export type DiffView = 'inline' | 'beside'

interface TextDifferencesProps {
  differences: readonly TextDifference[]
  view: DiffView
  before: string
  after: string
}

/** Each text that differs, in one or beside each other. */
export const TextDifferences = ({ differences, view, before, after }: TextDifferencesProps) =>
  differences.map(({ field, label, pieces }) => (
    <div className="text-difference" key={field}>
      <p className="small soft">{label}</p>
      {view === 'inline' ? (
        <WordsInline pieces={pieces} />
      ) : (
        <WordsBeside pieces={pieces} before={before} after={after} />
      )}
    </div>
  ))

/** In one text or side by side. */
export const DiffViewField = ({ view, onChange }: { view: DiffView; onChange: (view: DiffView) => void }) => (
  <FacetField
    row
    label="Differences"
    name="diff-view"
    value={view}
    onChange={next => onChange(next === 'beside' ? 'beside' : 'inline')}
    options={[
      ['inline', 'In one text', null],
      ['beside', 'Side by side', null],
    ]}
  />
)
