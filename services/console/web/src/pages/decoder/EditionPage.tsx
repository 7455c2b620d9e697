import { Link, useParams } from 'react-router'
import { credentials } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Shown } from '../../parts/Shown.tsx'
import { paths } from '../../paths.ts'
import { DecoderPage } from './DecoderPage.tsx'
import { DraftedView } from './DraftedView.tsx'
import { downloadPath } from './downloads.ts'
import { KeptView } from './KeptView.tsx'

/** One edition: a draft with what it would do, or a table as it was published. */
export function EditionPage() {
  const { id = '' } = useParams()
  const edition = useAnswer(['credentials', 'rule-editions', id], signal =>
    credentials.GET('/rule-editions/{id}', { params: { path: { id } }, signal }),
  )
  const { data } = edition
  return (
    <DecoderPage
      title={data?.title ?? 'Rule edition'}
      crumbs={[{ text: 'Rule editions', to: paths.ruleEditions() }]}
      actions={
        data && (
          <>
            <Link
              className="usa-button usa-button--outline"
              to={paths.decoder({ from: 'current', to: `edition:${id}` })}
            >
              Compare with the decoder in force
            </Link>
            {data.state === 'kept' &&
              (['xlsx', 'csv'] as const).map(format => (
                <a
                  key={format}
                  href={downloadPath(`/rule-editions/${encodeURIComponent(id)}/export`, { format })}
                  download
                >
                  {format.toUpperCase()}
                  <span className="hidden-visually"> of the whole edition</span>
                </a>
              ))}
          </>
        )
      }
    >
      <Shown of={edition} what="the edition" lines={8}>
        {read =>
          read.state === 'kept' ? <KeptView edition={read} /> : <DraftedView edition={read} etag={edition.etag} />
        }
      </Shown>
    </DecoderPage>
  )
}
