import { Route, Routes } from 'react-router'
import { NotFound } from '../../shell/NotFound.tsx'
import { ReleasePage } from './ReleasePage.tsx'
import { ReleasesPage } from './ReleasesPage.tsx'
import './releases.scss'

export const ReleasesArea = () => (
  <Routes>
    <Route index element={<ReleasesPage />} />
    <Route path=":id" element={<ReleasePage />} />
    <Route path="*" element={<NotFound />} />
  </Routes>
)
