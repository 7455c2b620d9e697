import { Route, Routes } from 'react-router'
import { NotFound } from '../../shell/NotFound.tsx'
import { ComparePage } from './ComparePage.tsx'
import { CourseTablePage } from './CourseTablePage.tsx'
import './decoder.scss'
import { EditionPage } from './EditionPage.tsx'
import { EditionsPage } from './EditionsPage.tsx'
import { HolderCheckPage } from './HolderCheckPage.tsx'
import { WorkflowPage } from './WorkflowPage.tsx'
import { WorkflowsPage } from './WorkflowsPage.tsx'

export const DecoderArea = () => (
  <Routes>
    <Route index element={<ComparePage />} />
    <Route path="editions" element={<EditionsPage />} />
    <Route path="editions/:id" element={<EditionPage />} />
    <Route path="course-table" element={<CourseTablePage />} />
    <Route path="holder-check" element={<HolderCheckPage />} />
    <Route path="workflows" element={<WorkflowsPage />} />
    <Route path="workflows/:id" element={<WorkflowPage />} />
    <Route path="*" element={<NotFound />} />
  </Routes>
)
