import { type FormEvent, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { standards } from '../../data/api.ts'
import { useAct } from '../../data/use-act.ts'
import { useDraft } from '../../data/use-draft.ts'
import { useSession } from '../../data/use-session.ts'
import { SelectField, TextField } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { paths } from '../../paths.ts'
import { frameworkOptions, useFrameworks } from './use-frameworks.ts'

const EMPTY = { title: '', framework: '', equity: '' }

/** Opens a draft. All but the title can be said later. */
export function NewPage() {
  const { may } = useSession()
  const crumbs = [{ text: 'Proposals', to: paths.proposals() }]
  return (
    <Page title="New proposal" crumbs={crumbs} lead="A draft touches nothing that is in force until it is published.">
      {may('edit proposals') ? <NewForm /> : <p>CDE editors may open a proposal. Sign in as one to go on.</p>}
    </Page>
  )
}

function NewForm() {
  const frameworks = useFrameworks()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const draft = useDraft('proposal:new', EMPTY)
  const [missing, setMissing] = useState(false)
  const { title, equity } = draft.value
  const framework = draft.value.framework || params.get('framework') || ''
  const set = (changes: Partial<typeof EMPTY>) => draft.set(old => ({ ...old, ...changes }))
  const open = useAct(
    () =>
      standards.POST('/proposals', {
        body: { framework, title: title.trim(), equity: equity.trim() || null },
      }),
    {
      touches: [['standards', 'proposals']],
      onDone: ({ data }) => {
        draft.discard(EMPTY)
        navigate(paths.proposal(data.id, 'changes'), { replace: true })
      },
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!title.trim() || !framework) return setMissing(true)
    void open.run(undefined)
  }
  return (
    <Shown of={frameworks} what="the frameworks" lines={6}>
      {({ items }) => (
        <form className="form" onSubmit={submit} noValidate>
          <TextField
            label="Title"
            hint="What changes, in a few words"
            error={missing && !title.trim() ? 'Give the proposal a title' : undefined}
            value={title}
            onChange={title => set({ title })}
          />
          <SelectField
            label="Framework"
            hint="The draft starts from its newest release"
            error={missing && !framework ? 'Choose whose standards change' : undefined}
            value={framework}
            onChange={framework => set({ framework })}
            options={[['', 'Choose …'], ...frameworkOptions(items)]}
          />
          <TextField
            label="Who gains and who loses (equity)"
            hint="Needed before review; it may wait until then"
            rows={3}
            value={equity}
            onChange={equity => set({ equity })}
          />
          {open.problem && <Problem error={open.problem} title="The proposal was not opened" />}
          <div className="dialog-foot">
            <button type="submit" className="usa-button" disabled={open.busy}>
              {open.busy ? 'One moment …' : 'Open the draft'}
            </button>
          </div>
        </form>
      )}
    </Shown>
  )
}
