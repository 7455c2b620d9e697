import { Link } from 'react-router'
import { Page } from '../parts/Page.tsx'
import { paths } from '../paths.ts'

export const NotFound = () => (
  <Page title="No such page" lead="The address may be mistyped, or what it named has another address now.">
    <p>
      <Link to={paths.home()}>Home</Link> says what changed and what waits; the search above finds codes and words.
    </p>
  </Page>
)
