import { useState } from 'react'
import { useNavigate } from 'react-router'
import { credentials } from '../../data/api.ts'
import { useAct } from '../../data/use-act.ts'
import { useDraft } from '../../data/use-draft.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { TextField } from '../../parts/Field.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { paths } from '../../paths.ts'

const BLANK = { title: '', effective: '', flags: '' }

/** A draft on the decoder in force; the flags that it answers suggest where to begin. */
export function OpenEditionDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const draft = useDraft('rule-edition:open', BLANK)
  const [tried, setTried] = useState(false)
  const { value, set } = draft
  const act = useAct(
    () => {
      const flags = value.flags.split(/[\s,]+/).filter(Boolean)
      return credentials.POST('/rule-editions', {
        body: {
          title: value.title.trim(),
          effective: value.effective || null,
          ...(flags.length > 0 && { from: { flags } }),
        },
      })
    },
    {
      touches: [['credentials', 'rule-editions']],
      done: 'Opened: nothing of it is in force before it is published.',
      onDone: ({ data }) => {
        draft.discard()
        navigate(paths.ruleEdition(data.id))
      },
    },
  )
  return (
    <Dialog title="Open a draft rule edition" onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          setTried(true)
          if (value.title.trim()) void act.run(undefined)
        }}
      >
        <TextField
          label="Title"
          error={tried && !value.title.trim() ? 'Give it a title' : undefined}
          value={value.title}
          onChange={title => set(old => ({ ...old, title }))}
        />
        <TextField
          label="Planned for"
          hint="Left out where nobody knows"
          type="date"
          value={value.effective}
          onChange={effective => set(old => ({ ...old, effective }))}
        />
        <TextField
          label="Flags that it answers"
          hint="Their ids, with blanks between; what the flags suggest is listed then"
          value={value.flags}
          onChange={flags => set(old => ({ ...old, flags }))}
        />
        {act.problem && <Problem error={act.problem} />}
        <DialogFoot verb="Open it" busy={act.busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
