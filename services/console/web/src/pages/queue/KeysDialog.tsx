import { Dialog } from '../../parts/Dialog.tsx'
import { KEY_LIST } from './keys.ts'

export const KeysDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog title="Keys of the queue" onClose={onClose}>
    <p>They work while a flag of the list has the focus.</p>
    <dl className="facts keys">
      {KEY_LIST.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            {keys.map(key => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
    <div className="dialog-foot">
      <button type="button" className="usa-button" onClick={onClose}>
        Close
      </button>
    </div>
  </Dialog>
)
