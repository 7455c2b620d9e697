import { Navigate, Route, Routes, useParams } from 'react-router'
import { useSession } from '../../data/use-session.ts'
import { Loading } from '../../parts/Shown.tsx'
import { type FlagAgency, paths } from '../../paths.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { BulkActionPage } from './BulkActionPage.tsx'
import { BulkActionsPage } from './BulkActionsPage.tsx'
import { ChooseQueue } from './ChooseQueue.tsx'
import { DecisionsPage } from './DecisionsPage.tsx'
import { FlagPage } from './FlagPage.tsx'
import './queue.scss'
import { QueuePage } from './QueuePage.tsx'

/** Both agencies' queues: the same pages over the same rooms of two services. */
export const QueueArea = () => (
  <Routes>
    <Route index element={<OwnQueue />} />
    <Route path=":agency/*" element={<AgencyQueue />} />
  </Routes>
)

/** To the queue of one's own agency; the public chooses. */
function OwnQueue() {
  const { session, actor } = useSession()
  if (!session) return <Loading what="who you are" />
  if (!actor) return <ChooseQueue />
  return <Navigate replace to={paths.queue(actor.agency === 'CTC' ? 'ctc' : 'calpads')} />
}

function AgencyQueue() {
  const agency = agencyOf(useParams().agency)
  if (!agency) return <NotFound />
  return (
    <Routes key={agency}>
      <Route index element={<QueuePage agency={agency} />} />
      <Route path="flags/:id" element={<FlagPage agency={agency} />} />
      <Route path="bulk-actions" element={<BulkActionsPage agency={agency} />} />
      <Route path="bulk-actions/:id" element={<BulkActionPage agency={agency} />} />
      <Route path="decisions" element={<DecisionsPage agency={agency} />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

const agencyOf = (name: string | undefined): FlagAgency | undefined =>
  name === 'ctc' || name === 'calpads' ? name : undefined
