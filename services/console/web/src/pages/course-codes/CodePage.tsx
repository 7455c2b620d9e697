import { Link, useParams } from 'react-router'
import { courseCodes } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { Shown } from '../../parts/Shown.tsx'
import { Unverified } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { CodesPage } from './CodesPage.tsx'
import { CodeCheck } from './code/CodeCheck.tsx'
import { CodeHistory } from './code/CodeHistory.tsx'
import { CodeLinks } from './code/CodeLinks.tsx'
import { CodeRules } from './code/CodeRules.tsx'
import { CodeSequence } from './code/CodeSequence.tsx'
import { orUnknown, yearsText } from './standing.tsx'
import { useYear } from './use-year.ts'

/** One course code: what it is, where it hangs, who may teach it, what became of it. */
export function CodePage() {
  const { code = '' } = useParams()
  const { year, setYear } = useYear()
  const answer = useAnswer(['course-codes', 'code', code], signal =>
    courseCodes.GET('/course-codes/{code}', { params: { path: { code } }, signal }),
  )
  const title = answer.data ? `${code} ${answer.data.title}` : `Course code ${code}`
  return (
    <CodesPage title={title}>
      <Shown of={answer} what={`course code ${code}`} lines={12}>
        {detail => (
          <div className="beside">
            <div>
              <dl className="facts">
                <dt>Level</dt>
                <dd>
                  {detail.level}
                  {detail.levelBasis && <span className="soft small"> (by its {detail.levelBasis})</span>}
                </dd>
                <dt>Pathway</dt>
                <dd>
                  {orUnknown(detail.pathway.name)}
                  {detail.pathway.basis && <span className="soft small"> ({detail.pathway.basis})</span>}
                </dd>
                <dt>Sector</dt>
                <dd>{orUnknown(detail.sectorName)}</dd>
                <dt>Effective</dt>
                <dd>{yearsText(detail)}</dd>
                <dt>Open flags</dt>
                <dd>
                  {detail.openFlags === 0 ? (
                    'none'
                  ) : (
                    <Link to={paths.queue('calpads', { dependent: code })}>
                      {detail.openFlags} to see to in the queue
                    </Link>
                  )}
                </dd>
                <dt>Source</dt>
                <dd className="small">
                  {detail.provenance.source} {!detail.provenance.verified && <Unverified />}
                </dd>
              </dl>
              <CodeLinks links={detail.links} />
              <CodeRules rules={detail.rules} />
            </div>
            <div>
              <CodeCheck code={code} year={year} setYear={setYear} />
              <CodeSequence links={detail.links} code={code} year={year} />
              <CodeHistory code={code} />
            </div>
          </div>
        )}
      </Shown>
    </CodesPage>
  )
}
