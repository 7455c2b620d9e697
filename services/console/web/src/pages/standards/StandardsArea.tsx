import { Route, Routes } from 'react-router'
import { NotFound } from '../../shell/NotFound.tsx'
import { AuthorizationPage } from './authorization/AuthorizationPage.tsx'
import { FrameworkPage } from './FrameworkPage.tsx'
import { FrameworksPage } from './FrameworksPage.tsx'
import { ItemPage } from './item/ItemPage.tsx'
import { SearchPage } from './search/SearchPage.tsx'
import './standards.scss'

export const StandardsArea = () => (
  <Routes>
    <Route index element={<FrameworksPage />} />
    <Route path="search" element={<SearchPage />} />
    <Route path="authorizations/:document/:authorization/:subject" element={<AuthorizationPage />} />
    <Route path=":framework" element={<FrameworkPage />} />
    <Route path=":framework/items/:id" element={<ItemPage />} />
    <Route path="*" element={<NotFound />} />
  </Routes>
)
