import type { Item } from '@cte-align/client'
import { useState } from 'react'
import { Link } from 'react-router'
import { standards } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { SelectField } from '../../parts/Field.tsx'
import { Empty, More, Shown } from '../../parts/Shown.tsx'
import { Code, plainWord, Tag } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'

type Pair = Item<'standards', '/proposals/{id}/impacts/pairs', 'get'>
type Outcome = Pair['outcome']

const OUTCOMES = {
  refused: { words: 'newly refused', sign: '−', kind: 'breaking' },
  permitted: { words: 'newly permitted', sign: '+', kind: 'good' },
  unknown: { words: 'unknown', sign: '?', kind: 'unsure' },
} as const
const CHOICES = [['', 'Any'], ...Object.entries(OUTCOMES).map(([key, { words }]) => [key, words] as const)] as const

const COLUMNS: Column<Pair>[] = [
  {
    key: 'course',
    head: 'Course code',
    rowHead: true,
    sortBy: ({ courseCode }) => courseCode.key,
    cell: ({ courseCode }) => (
      <>
        <Link to={paths.courseCode(courseCode.key)}>
          <Code>{courseCode.key}</Code>
        </Link>
        <div className="impact-title">{courseCode.title}</div>
      </>
    ),
  },
  {
    key: 'outcome',
    head: 'Would be',
    sortBy: ({ outcome }) => outcome,
    cell: ({ outcome }) => (
      <Tag kind={OUTCOMES[outcome].kind}>
        <span aria-hidden="true">{OUTCOMES[outcome].sign}</span> {OUTCOMES[outcome].words}
      </Tag>
    ),
  },
  {
    key: 'authorization',
    head: 'For holders of',
    sortBy: ({ authorization }) => authorization.key,
    cell: ({ authorization }) => (
      <>
        <Code>{authorization.key}</Code>
        <div className="impact-title">{authorization.title}</div>
      </>
    ),
  },
  {
    key: 'way',
    head: 'The course goes',
    cell: ({ from, to }) => (
      <>
        from <Link to={paths.item(from.framework, from.id)}>{from.key}</Link>{' '}
        {to ? (
          <>
            to <Link to={paths.item(to.framework, to.id)}>{to.key}</Link>
          </>
        ) : (
          'to nothing that is known'
        )}
      </>
    ),
  },
  { key: 'doubt', head: 'Why unknown', cell: ({ doubt }) => (doubt === null ? '' : plainWord(doubt)) },
  { key: 'rule', head: 'By rule', cell: ({ rule }) => <Code>{rule}</Code> },
]

/** The decoder after the proposal beside the decoder of today: next October's misassignments. */
export function ProposalPairs({ id }: { id: string }) {
  const [outcome, setOutcome] = useState<string>('')
  const asked = (Object.keys(OUTCOMES) as Outcome[]).find(each => each === outcome)
  const pairs = usePages(
    ['standards', 'proposals', id, 'pairs', asked],
    (cursor, signal) =>
      standards.GET('/proposals/{id}/impacts/pairs', {
        params: { path: { id }, query: { limit: 200, ...(cursor && { cursor }), ...(asked && { outcome: asked }) } },
        signal,
      }),
    { keep: true },
  )
  return (
    <div className="stack impact-room">
      <section className="filters" aria-label="Filters">
        <SelectField label="Would be" value={outcome} onChange={setOutcome} options={CHOICES} />
      </section>
      <Shown
        of={pairs}
        what="who may teach what"
        lines={10}
        empty="Nobody would gain or lose a course code: every pair of course code and authorization stays."
      >
        {rows => (
          <DataTable
            caption="Pairs of course code and authorization that would come or go"
            columns={COLUMNS}
            rows={rows}
            rowKey={({ courseCode, authorization, rule }) => `${courseCode.key} ${authorization.key} ${rule}`}
          />
        )}
      </Shown>
      <More {...pairs} shown={pairs.data?.length ?? 0} total={pairs.first?.total} what="pairs" />
      <WithoutPair id={id} />
    </div>
  )
}

function WithoutPair({ id }: { id: string }) {
  const codes = usePages(['standards', 'proposals', id, 'without-pair'], (cursor, signal) =>
    standards.GET('/proposals/{id}/impacts/without-pair', {
      params: { path: { id }, query: { limit: 200, ...(cursor && { cursor }) } },
      signal,
    }),
  )
  return (
    <section className="stack">
      <h2>Course codes that no authorization would be certain for</h2>
      <Shown of={codes} what="course codes without a pair" lines={2} empty="There would be none.">
        {rows => (
          <ul className="impact-choices">
            {rows.map(({ courseCode, certain }) => (
              <li key={courseCode.key}>
                <Link to={paths.courseCode(courseCode.key)}>
                  <Code>{courseCode.key}</Code>
                </Link>{' '}
                {courseCode.title} <span className="soft">({certain ? 'certainly none' : 'perhaps one: unknown'})</span>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      {codes.more && <More {...codes} shown={codes.data?.length ?? 0} total={codes.first?.total} what="course codes" />}
    </section>
  )
}

export const ReleasePairs = ({ release }: { release: string }) => (
  <Empty>
    Of a release the decoders themselves are compared:{' '}
    <Link to={paths.decoder({ from: 'current', to: `release:${release}` })}>the decoder as {release} makes it</Link>.
  </Empty>
)
