import { Link } from 'react-router'
import { courseCodes } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { Empty, Loading, More, Shown } from '../../parts/Shown.tsx'
import { Code } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import type { Finding } from './impact-types.ts'

const NONE = 'Every sequence of course codes that holds today would hold.'

/** Sequences that would no longer hold, each part by name. */
export function Sequences({ found }: { found: readonly Finding[] | undefined }) {
  if (found === undefined) return <Loading what="the sequences" />
  return found.length === 0 ? <Empty>{NONE}</Empty> : <Broken found={found} />
}

/** The same finding stands in the flag of every course code of its sequence. */
export function ReleaseSequences({ release }: { release: string }) {
  const flags = usePages(['course-codes', 'review', 'findings', release], (cursor, signal) =>
    courseCodes.GET('/flags/causes', {
      params: { query: { release, findings: 'true', limit: 200, ...(cursor && { cursor }) } },
      signal,
    }),
  )
  return (
    <>
      <Shown of={flags} what="the sequences" empty="No sequence of course codes was broken by this release.">
        {rows => <Broken found={rows.flatMap(({ findings }) => findings)} />}
      </Shown>
      {flags.more && <More {...flags} shown={flags.data?.length ?? 0} what="flags with a finding" />}
    </>
  )
}

function Broken({ found }: { found: readonly Finding[] }) {
  const once = new Map(found.map(each => [`${each.change} ${each.pathway.id}`, each]))
  return (
    <ul className="plain-list stack">
      {[...once].map(([key, { pathway, message, parts }]) => (
        <li className="card stack" key={key}>
          <h2>
            <Link to={paths.item(pathway.framework, pathway.id)}>
              {pathway.key} “{pathway.title}”
            </Link>
          </h2>
          <p>{message}</p>
          <ul>
            {parts.map(({ successor, level, courseCodes: codes }) => (
              <li key={`${successor.id} ${level}`}>
                {successor.key} “{successor.title}”, {level}: {codes.length === 0 ? 'none' : <Codes codes={codes} />}
              </li>
            ))}
          </ul>
          <p>
            <Link to={paths.sequences({ pathway: pathway.key })}>The sequence as it is</Link>
          </p>
        </li>
      ))}
    </ul>
  )
}

const Codes = ({ codes }: { codes: readonly string[] }) =>
  codes.map((code, place) => (
    <span key={code}>
      {place > 0 && ', '}
      <Link to={paths.courseCode(code)}>
        <Code>{code}</Code>
      </Link>
    </span>
  ))
