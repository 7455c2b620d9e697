import type { Answer } from '@cte-align/client'
import { Link, useParams } from 'react-router'
import { credentials } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Page } from '../../../parts/Page.tsx'
import { Shown } from '../../../parts/Shown.tsx'
import { Code, plainWord, Tag, Unverified } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { authorizationTitle } from '../search/exact.ts'
import { many } from '../words.ts'

type Authorization = Answer<'credentials', '/authorizations/{document}/{authorization}/{subject}', 'get'>

/** One authorization: what it hangs on, which course codes admit it, what waits at CTC. */
export function AuthorizationPage() {
  const { document = '', authorization = '', subject = '' } = useParams()
  const path = { document, authorization, subject }
  const key = `${document}/${authorization}/${subject}`
  const answer = useAnswer(['credentials', 'authorizations', key], signal =>
    credentials.GET('/authorizations/{document}/{authorization}/{subject}', { params: { path }, signal }),
  )
  return (
    <Page
      title={answer.data ? authorizationTitle(answer.data) : key}
      lead={
        <>
          <Code>{key}</Code> authorization{' '}
          {answer.data && (answer.data.provenance.verified ? <Tag kind="good">verified</Tag> : <Unverified />)}
        </>
      }
      crumbs={[{ text: 'Standards', to: paths.standards() }]}
    >
      <Shown of={answer} what="the authorization" lines={8}>
        {data => <Body authorization={data} />}
      </Shown>
    </Page>
  )
}

const Body = ({
  authorization: { key, status, cteRelation, twinOf, notes, gaps, links, rules, openFlags, provenance },
}: {
  authorization: Authorization
}) => (
  <>
    <dl className="facts">
      <dt>State</dt>
      <dd>{plainWord(status)}</dd>
      <dt>Authorizes CTE</dt>
      <dd>{cteRelation.replaceAll('_', ' ')}</dd>
      {twinOf && (
        <>
          <dt>Treated like</dt>
          <dd>
            <Code>{twinOf}</Code>
          </dd>
        </>
      )}
      {notes && (
        <>
          <dt>Notes</dt>
          <dd>{notes}</dd>
        </>
      )}
      <dt>Not known</dt>
      <dd>{gaps.length === 0 ? 'no gap' : gaps.map(plainWord).join(', ')}</dd>
      <dt>Open flags</dt>
      <dd>
        <Link to={paths.queue('ctc', { dependent: key })}>{many(openFlags, 'open flag')} in CTC’s queue</Link>
      </dd>
      <dt>Source</dt>
      <dd className="small">{provenance.source}</dd>
    </dl>
    <h2>Hangs on</h2>
    {links.length === 0 && <p className="soft">No item of the standards: nothing says what it covers there.</p>}
    <ul className="plain-list found">
      {links.map(({ id, item, basis, verified }) => (
        <li key={id}>
          {item ? (
            <Link to={paths.item(item.framework, item.id)}>
              <Code>{item.key}</Code> {item.title}
            </Link>
          ) : (
            'any sector'
          )}{' '}
          <span className="small soft">{basis}</span> {!verified && <Unverified />}
        </li>
      ))}
    </ul>
    <h2>Course codes that admit it</h2>
    {rules.length === 0 && <p className="soft">No assignment rule names it.</p>}
    {conditionsOf(rules).map(([condition, codes]) => (
      <section key={condition}>
        {condition && <h3>{condition}</h3>}
        <ul className="plain-list codes">
          {codes.map(code => (
            <li key={code}>
              <Link to={paths.courseCode(code)}>
                <Code>{code}</Code>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
)

/** Course codes by the condition that their rules make, in order. */
function conditionsOf(rules: Authorization['rules']): [condition: string, codes: string[]][] {
  const groups = Map.groupBy(rules, ({ condition }) => condition ?? '')
  return [...groups].map(([condition, mine]) => [
    condition,
    [...new Set(mine.map(({ courseCode }) => courseCode))].sort(),
  ])
}
