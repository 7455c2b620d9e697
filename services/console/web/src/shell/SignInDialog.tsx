import { Dialog } from '../parts/Dialog.tsx'
import { Personas } from './Personas.tsx'

/** Over the page, when a session has expired in the middle of something: what was typed stays behind it. */
export function SignInDialog({ onClose }: { onClose: (signedIn: boolean) => void }) {
  return (
    <Dialog title="Sign in to go on" onClose={() => onClose(false)}>
      <p>Your session has ended, or you are not signed in. Nothing that you typed is lost: sign in, and it goes on.</p>
      <Personas onSignedIn={() => onClose(true)} />
      <div className="dialog-foot">
        <button type="button" className="usa-button usa-button--outline" onClick={() => onClose(false)}>
          Not now
        </button>
      </div>
    </Dialog>
  )
}
