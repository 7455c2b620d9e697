import { Link } from 'react-router'
import { useAnswer } from '../../data/use-answer.ts'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { type FlagAgency, paths } from '../../paths.ts'
import { Standings } from './Standings.tsx'
import { useQueue } from './use-queue.ts'

export const ChooseQueue = () => (
  <Page title="Queues" lead="Each agency clears its own end of a change. Everybody may read along.">
    <div className="columns">
      <OneQueue agency="ctc" />
      <OneQueue agency="calpads" />
    </div>
  </Page>
)

function OneQueue({ agency }: { agency: FlagAgency }) {
  const { client, key, name, dependents } = useQueue(agency)
  const query = { unresolved: 'true' } as const
  const answer = useAnswer(key('summary', query), signal => client.GET('/flags/summary', { params: { query }, signal }))
  return (
    <section className="card">
      <h2>
        <Link to={paths.queue(agency)}>{name}</Link>
      </h2>
      <p className="soft">Flags on {dependents}</p>
      <Shown of={answer} what={`what waits for ${name}`} lines={2}>
        {summary => <Standings summary={summary} what="waiting" />}
      </Shown>
    </section>
  )
}
