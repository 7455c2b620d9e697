import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Pages } from '../../../data/use-answer.ts'
import { More, Shown } from '../../../parts/Shown.tsx'
import { Code, plainWord } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { authorizationTitle } from './exact.ts'
import type { Others } from './use-others.ts'

/** What else holds the words: course codes and authorizations. */
export function OtherFinds({ others, q }: { others: Others; q: string }) {
  if (!q.trim())
    return (
      <p className="soft">Course codes and authorizations are searched when there is a code or words to look for.</p>
    )
  return (
    <>
      <Finds head="Course codes" what="course codes" found={others.courseCodes}>
        {({ code, title, level, sectorName }) => (
          <li key={code}>
            <Link to={paths.courseCode(code)}>
              <Code>{code}</Code> {title}
            </Link>{' '}
            <span className="small soft">
              {level} · {sectorName}
            </span>
          </li>
        )}
      </Finds>
      <Finds head="Authorizations" what="authorizations" found={others.authorizations}>
        {authorization => (
          <li key={authorization.key}>
            <Link to={paths.authorization(authorization.key)}>
              <Code>{authorization.key}</Code> {authorizationTitle(authorization)}
            </Link>{' '}
            <span className="small soft">{plainWord(authorization.status)}</span>
          </li>
        )}
      </Finds>
    </>
  )
}

function Finds<Row>(props: {
  head: string
  what: string
  found: Pages<Row, { items: unknown[]; next: string | null }>
  children: (row: Row) => ReactNode
}) {
  const { head, what, found, children } = props
  return (
    <>
      <h2>{head}</h2>
      <Shown of={found} what={`the ${what}`} lines={3} empty={`No ${what} hold these words.`}>
        {rows => <ul className="plain-list found">{rows.map(children)}</ul>}
      </Shown>
      {found.more && (
        <More
          shown={found.data?.length ?? 0}
          more={found.more}
          loadingMore={found.loadingMore}
          loadMore={found.loadMore}
          what={what}
        />
      )}
    </>
  )
}
