import { useLocation, useNavigate } from 'react-router'
import { Page } from '../parts/Page.tsx'
import { paths } from '../paths.ts'
import { Personas } from './Personas.tsx'

export function SignInPage() {
  const navigate = useNavigate()
  const back = (useLocation().state as { back?: string } | null)?.back ?? paths.home()
  return (
    <Page title="Sign in" lead="Everybody may read. To edit, sign or decide, say who you are.">
      <Personas onSignedIn={() => navigate(back, { replace: true })} />
    </Page>
  )
}
