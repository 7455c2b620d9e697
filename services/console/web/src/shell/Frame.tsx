import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { DeskProvider } from '../data/desk.tsx'
import { startLive } from '../data/live.ts'
import { Loading } from '../parts/Shown.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'

/** What is around every page. */
export function Frame() {
  const queries = useQueryClient()
  const navigation = useNavigation()
  useEffect(() => startLive(queries), [queries])
  return (
    <DeskProvider>
      <div className="frame">
        <a className="usa-skipnav" href="#main">
          Skip to main content
        </a>
        <Header />
        <main id="main" tabIndex={-1} className="wide" aria-busy={navigation.state !== 'idle'}>
          <Suspense fallback={<Loading what="the page" />}>
            <Outlet />
          </Suspense>
        </main>
        <Footer />
      </div>
      <ScrollRestoration />
    </DeskProvider>
  )
}
