import { useRouteError } from 'react-router'
import { Page } from '../parts/Page.tsx'
import { Problem } from '../parts/Problem.tsx'

/** A fault of ours in a page: said as one, with the way on. What was being typed is kept in this tab. */
export function Broken() {
  const thrown = useRouteError()
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  return (
    <Page title="This page failed" lead="What you typed is kept in this tab. The other pages still work.">
      <Problem error={error} again={() => window.location.reload()} />
    </Page>
  )
}
