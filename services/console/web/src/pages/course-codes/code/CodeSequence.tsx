import type { Answer } from '@cte-align/client'
import { Link } from 'react-router'
import { courseCodes } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Shown } from '../../../parts/Shown.tsx'
import { paths } from '../../../paths.ts'
import { Lanes } from '../sequences/Lanes.tsx'
import { laneOf } from '../sequences/lanes.ts'
import { useTitles } from '../sequences/use-titles.ts'

interface CodeSequenceProps {
  code: string
  year: string
  links: Answer<'course-codes', '/course-codes/{code}', 'get'>['links']
}

/** The sequences in which a code stands. */
export function CodeSequence({ code, year, links }: CodeSequenceProps) {
  const pathways = links.flatMap(({ item, lineage }) => {
    const found = [item, ...lineage].find(each => each?.kind === 'pathway' || each?.kind === 'sub-cluster')
    return found ? [found] : []
  })
  return (
    <section aria-labelledby="code-sequence">
      <h2 id="code-sequence">Its sequence in {year}</h2>
      {pathways.length === 0 && (
        <p className="soft">
          It hangs on no pathway.{' '}
          {links[0]?.item && <Link to={paths.sequences({ sector: links[0].item.key })}>Sequences of its sector</Link>}
        </p>
      )}
      {pathways.map(({ framework, key }) => (
        <OfPathway key={key} framework={framework} item={key} code={code} year={year} />
      ))}
    </section>
  )
}

function OfPathway({ framework, item, code, year }: { framework: string; item: string; code: string; year: string }) {
  const titles = useTitles(year)
  const answer = useAnswer(
    ['course-codes', 'sequence', framework, item, year],
    signal =>
      courseCodes.GET('/sequences/{framework}/{item}', {
        params: { path: { framework, item }, query: { schoolYear: year } },
        signal,
      }),
    { keep: true },
  )
  return (
    <Shown of={answer} what="its sequence" lines={4}>
      {sequence => <Lanes lanes={[laneOf(sequence)]} titles={titles} schoolYear={year} marked={new Set([code])} />}
    </Shown>
  )
}
