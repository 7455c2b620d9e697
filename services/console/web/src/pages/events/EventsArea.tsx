import { Route, Routes } from 'react-router'
import { NotFound } from '../../shell/NotFound.tsx'
import { EventsPage } from './EventsPage.tsx'
import './events.scss'

export const EventsArea = () => (
  <Routes>
    <Route index element={<EventsPage />} />
    <Route path="*" element={<NotFound />} />
  </Routes>
)
