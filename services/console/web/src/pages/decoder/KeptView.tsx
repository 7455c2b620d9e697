import { Unverified } from '../../parts/Tags.tsx'
import { dayText, momentText } from '../../parts/times.ts'
import { EditionRules } from './EditionRules.tsx'
import type { KeptEdition } from './editions.ts'

/** A table as it was published: where it comes from, and its rows in the order of its file. */
export const KeptView = ({ edition }: { edition: KeptEdition }) => (
  <>
    <dl className="facts">
      <dt>Published</dt>
      <dd>{dayText(edition.publishedOn)}</dd>
      <dt>Source</dt>
      <dd>
        {edition.source} {!edition.verified && <Unverified />}
      </dd>
      <dt>{edition.origin === 'imported' ? 'Read in' : 'Published here'}</dt>
      <dd>
        {momentText(edition.importedAt)} by {edition.importedBy.id} ({edition.importedBy.agency})
      </dd>
      <dt>Holds</dt>
      <dd>
        {edition.counts.rows} rows for {edition.counts.courseCodes} course codes, {edition.counts.wildcards} wildcards,{' '}
        {edition.counts.gaps} rows of which something is not said
      </dd>
    </dl>
    <EditionRules id={edition.id} />
  </>
)
