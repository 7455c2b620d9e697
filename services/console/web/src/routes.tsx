import type { ComponentType } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { Loading } from './parts/Shown.tsx'
import { Broken } from './shell/Broken.tsx'
import { Frame } from './shell/Frame.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { SignInPage } from './shell/SignInPage.tsx'

/** Each area is a piece of its own, fetched when somebody goes there; it has its own routes below `path`. */
const area = (path: string, load: () => Promise<ComponentType>): RouteObject => ({
  path,
  HydrateFallback,
  lazy: async () => ({ Component: await load() }),
})

/** In the frame, until the first area's code is there. */
const HydrateFallback = () => <Loading what="the page" />

export const createRouter = () =>
  createBrowserRouter([
    {
      Component: Frame,
      ErrorBoundary: Broken,
      children: [
        {
          ErrorBoundary: Broken,
          children: [
            {
              index: true,
              HydrateFallback,
              lazy: async () => ({ Component: (await import('./pages/home/HomePage.tsx')).HomePage }),
            },
            {
              path: 'gaps',
              HydrateFallback,
              lazy: async () => ({ Component: (await import('./pages/home/health/GapsPage.tsx')).GapsPage }),
            },
            area('standards/*', async () => (await import('./pages/standards/StandardsArea.tsx')).StandardsArea),
            area('releases/*', async () => (await import('./pages/releases/ReleasesArea.tsx')).ReleasesArea),
            area('proposals/*', async () => (await import('./pages/proposals/ProposalsArea.tsx')).ProposalsArea),
            area('impact/*', async () => (await import('./pages/impact/ImpactArea.tsx')).ImpactArea),
            area('queue/*', async () => (await import('./pages/queue/QueueArea.tsx')).QueueArea),
            area(
              'course-codes/*',
              async () => (await import('./pages/course-codes/CourseCodesArea.tsx')).CourseCodesArea,
            ),
            area('crosswalk/*', async () => (await import('./pages/crosswalk/CrosswalkArea.tsx')).CrosswalkArea),
            area('decoder/*', async () => (await import('./pages/decoder/DecoderArea.tsx')).DecoderArea),
            area('events/*', async () => (await import('./pages/events/EventsArea.tsx')).EventsArea),
            { path: 'sign-in', Component: SignInPage },
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
  ])
