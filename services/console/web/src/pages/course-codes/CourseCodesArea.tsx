import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { NotFound } from '../../shell/NotFound.tsx'
import { CodePage } from './CodePage.tsx'
import { CodeSetPage } from './CodeSetPage.tsx'
import './course-codes.scss'

const SequencesPage = lazy(async () => ({ default: (await import('./sequences/SequencesPage.tsx')).SequencesPage }))
const ContinuityPage = lazy(async () => ({ default: (await import('./sequences/ContinuityPage.tsx')).ContinuityPage }))
const WhatIfPage = lazy(async () => ({ default: (await import('./sequences/WhatIfPage.tsx')).WhatIfPage }))
const PlansPage = lazy(async () => ({ default: (await import('./plans/PlansPage.tsx')).PlansPage }))
const NewPlanPage = lazy(async () => ({ default: (await import('./plans/NewPlanPage.tsx')).NewPlanPage }))
const PlanPage = lazy(async () => ({ default: (await import('./plans/PlanPage.tsx')).PlanPage }))
const ComparePlansPage = lazy(async () => ({
  default: (await import('./plans/ComparePlansPage.tsx')).ComparePlansPage,
}))
const EditionsPage = lazy(async () => ({ default: (await import('./editions/EditionsPage.tsx')).EditionsPage }))
const DistrictPage = lazy(async () => ({ default: (await import('./district/DistrictPage.tsx')).DistrictPage }))
const CountsPage = lazy(async () => ({ default: (await import('./counts/CountsPage.tsx')).CountsPage }))
const PerkinsPage = lazy(async () => ({ default: (await import('./PerkinsPage.tsx')).PerkinsPage }))
const FilesPage = lazy(async () => ({ default: (await import('./FilesPage.tsx')).FilesPage }))

/** Course codes: the set of a year, sequences, and the plans that change both. */
export const CourseCodesArea = () => (
  <Routes>
    <Route index Component={CodeSetPage} />
    <Route path="codes/:code" Component={CodePage} />
    <Route path="sequences" Component={SequencesPage} />
    <Route path="sequences/continuity" Component={ContinuityPage} />
    <Route path="sequences/what-if" Component={WhatIfPage} />
    <Route path="plans" Component={PlansPage} />
    <Route path="plans/new" Component={NewPlanPage} />
    <Route path="plans/compare" Component={ComparePlansPage} />
    <Route path="plans/:id/:tab?" Component={PlanPage} />
    <Route path="editions" Component={EditionsPage} />
    <Route path="district-list" Component={DistrictPage} />
    <Route path="counts" Component={CountsPage} />
    <Route path="perkins" Component={PerkinsPage} />
    <Route path="files" Component={FilesPage} />
    <Route path="*" Component={NotFound} />
  </Routes>
)
