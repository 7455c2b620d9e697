import { Link } from 'react-router'
import type { Answer } from '../../../data/use-answer.ts'
import { Problem } from '../../../parts/Problem.tsx'
import { Loading } from '../../../parts/Shown.tsx'
import { paths } from '../../../paths.ts'
import { PreviewBeside } from './PreviewBeside.tsx'
import { PreviewCounts } from './PreviewCounts.tsx'
import { isUnfit, Unfit } from './Unfit.tsx'
import type { Preview } from './use-preview.ts'

interface PreviewPanelProps {
  preview: Answer<Preview>
  proposal: string
  /** The operation that is typed is among what is previewed. */
  typing: boolean
  /** It is typed but not complete yet. */
  incomplete: boolean
}

/** Whom publishing would hit, at the side of whoever types. Old numbers stay, greyed, until the new ones are there. */
export function PreviewPanel({ preview, proposal, typing, incomplete }: PreviewPanelProps) {
  const { data, error, old, again } = preview
  return (
    <aside className="preview-panel card" aria-labelledby="preview-head" aria-busy={old}>
      <h2 id="preview-head">Whom it hits</h2>
      <p className="soft small">
        {incomplete
          ? 'Of what is saved: the operation you are typing is not complete yet.'
          : typing
            ? 'With the operation you are typing. Nothing is saved yet.'
            : 'If it were published as it is saved. Nothing is written.'}
      </p>
      {isUnfit(error) ? (
        <Unfit error={error} />
      ) : (
        error && <Problem error={error} title="Could not work out whom it hits" again={again} />
      )}
      {!data && !error && <Loading what="whom it hits" lines={8} />}
      {data && (
        <div className={old || error ? 'being-renewed' : undefined}>
          <PreviewCounts preview={data} />
          <PreviewBeside preview={data} />
          <p>
            <Link to={paths.impact({ proposal })}>Every impact, with its reasons</Link>
          </p>
        </div>
      )}
    </aside>
  )
}
