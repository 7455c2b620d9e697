import { Navigate, Route, Routes } from 'react-router'
import { NotFound } from '../../shell/NotFound.tsx'
import './crosswalk.scss'
import { CrosswalkPage } from './CrosswalkPage.tsx'
import { CrosswalksPage } from './CrosswalksPage.tsx'
import { DraftPage } from './DraftPage.tsx'
import { RelationPage } from './RelationPage.tsx'

export const CrosswalkArea = () => (
  <Routes>
    <Route index element={<CrosswalksPage />} />
    <Route path=":key" element={<Navigate to="matrix" replace />} />
    <Route path=":key/matrix" element={<CrosswalkPage view="matrix" />} />
    <Route path=":key/flow" element={<CrosswalkPage view="flow" />} />
    <Route path=":key/relations" element={<CrosswalkPage view="relations" />} />
    <Route path=":key/suggestions" element={<CrosswalkPage view="suggestions" />} />
    <Route path=":key/coverage" element={<CrosswalkPage view="coverage" />} />
    <Route path=":key/draft" element={<DraftPage />} />
    <Route path=":key/relations/:id" element={<RelationPage />} />
    <Route path="*" element={<NotFound />} />
  </Routes>
)
