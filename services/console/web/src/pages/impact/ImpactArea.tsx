import { useSearchParams } from 'react-router'
import { ChooserPage } from './ChooserPage.tsx'
import { ProposalImpactPage, ReleaseImpactPage } from './ImpactOfPages.tsx'
import './impact.scss'

/** Whom a change hits, and by which way: of a proposal as things are now, of a release as it was flagged. */
export function ImpactArea() {
  const [params] = useSearchParams()
  const [proposal, release] = [params.get('proposal'), params.get('release')]
  if (proposal) return <ProposalImpactPage key={proposal} id={proposal} />
  if (release) return <ReleaseImpactPage key={release} id={release} />
  return <ChooserPage />
}
