import { useEffect, useRef } from 'react'
import { credentials } from '../../data/api.ts'
import { useAct } from '../../data/use-act.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import type { DraftedEdition } from './editions.ts'

interface EditionStepDialogProps {
  edition: DraftedEdition
  etag: string | null
  step: 'publish' | 'withdraw'
  onClose: () => void
}

const STEPS = {
  publish: {
    title: 'Publish',
    done: 'Published: it is in force now.',
    says: 'It changes the decoder at once; the planned day is told with it and is not waited for. Dropped rules stay readable with their end. Flags stay open: what becomes of each, its owner says.',
  },
  withdraw: {
    title: 'Withdraw',
    done: 'Withdrawn: it stays readable.',
    says: 'The draft is given up; it stays readable.',
  },
} as const

export function EditionStepDialog({ edition, etag, step, onClose }: EditionStepDialogProps) {
  const seen = useRef(etag)
  const { title, done, says } = STEPS[step]
  const act = useAct(
    (reason: string) => {
      const request = {
        params: { path: { id: edition.id }, header: { 'if-match': seen.current ?? '' } },
        body: { reason },
      }
      return step === 'publish'
        ? credentials.POST('/rule-editions/{id}/publish', request)
        : credentials.POST('/rule-editions/{id}/withdraw', request)
    },
    // What else hangs on it is read again when the event of it comes.
    { touches: [['credentials', 'rule-editions']], done },
  )
  useEffect(() => {
    if (act.conflict) seen.current = etag
  }, [act.conflict, etag])
  return (
    <ReasonDialog
      title={`${title}: ${edition.title}`}
      verb={title}
      draft={`rule-edition:${edition.id}:${step}`}
      act={act}
      onClose={onClose}
      danger={step === 'withdraw'}
    >
      <p>{says}</p>
    </ReasonDialog>
  )
}
