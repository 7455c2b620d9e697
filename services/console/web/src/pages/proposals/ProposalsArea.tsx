import { Route, Routes } from 'react-router'
import { NotFound } from '../../shell/NotFound.tsx'
import { ComparePage } from './ComparePage.tsx'
import { ListPage } from './ListPage.tsx'
import { NewPage } from './NewPage.tsx'
import { ProposalPage } from './ProposalPage.tsx'
import './proposals.scss'

export const ProposalsArea = () => (
  <Routes>
    <Route index element={<ListPage />} />
    <Route path="new" element={<NewPage />} />
    <Route path=":id/compare/:other" element={<ComparePage />} />
    <Route path=":id/*" element={<ProposalPage />} />
    <Route path="*" element={<NotFound />} />
  </Routes>
)
