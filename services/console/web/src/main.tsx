import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { problemFrom } from './data/problem.ts'
import { createRouter } from './routes.tsx'
import { applyScheme } from './shell/scheme.ts'
import './styles/index.scss'

applyScheme()

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // An answer that says what is wrong is not asked for again; one that did not come is, twice.
      retry: (failures, error) => failures < 2 && problemFrom(error).status >= 500,
      retryDelay: attempt => 500 * 2 ** attempt,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

function start() {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={createRouter()} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

// In a task of its own, after the script's, and drawn in pieces: in between a slow telephone answers a touch.
setTimeout(() => startTransition(start))
