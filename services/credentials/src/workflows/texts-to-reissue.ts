import type { FlagsReply } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import type { CatalogueModels } from '../catalogue.ts'
import type { WorkflowDoc, WorkflowStep } from './workflow.ts'

export interface SuggestedText {
  text: string
  because: string
}
/** The leaflets that a change makes old, or why nobody can say. */
export type Leaflets = { known: true; leaflets: SuggestedText[] } | { known: false; because: string }

/** The leaflets of the documents that carry a subject code which the release's flags touch. */
export async function leafletsOf(
  { release, proposal }: Pick<WorkflowDoc, 'release' | 'proposal'>,
  {
    review,
    models,
  }: {
    review: Pick<Review, 'flagsInBrief'>
    models: Pick<CatalogueModels, 'subjects' | 'documents' | 'authorizations'>
  },
): Promise<Leaflets> {
  if (release === null) return { known: false, because: `proposal ${proposal} has no flags yet` }
  const touched = new Set<string>()
  for await (const piece of review.flagsInBrief({ release, items: [] })) {
    for (const code of subjectsIn(piece)) touched.add(code)
    if (piece.piece === 'summary' && piece.state !== 'assessed')
      return { known: false, because: `the flags of ${release} are not all made yet` }
  }
  const subjects = (await models.subjects.distinct('_id', { _id: { $in: [...touched] } })).sort()
  const carrying = await models.authorizations
    .find({ subjectCode: { $in: subjects } }, { documentCode: 1, subjectCode: 1 })
    .lean<{ documentCode: string; subjectCode: string }[]>()
  const byDocument = Map.groupBy(carrying, row => row.documentCode)
  const documents = await models.documents
    .find({ _id: { $in: [...byDocument.keys()] } })
    .sort({ _id: 1 })
    .lean()
  const byLeaflet = Map.groupBy(
    documents.filter(({ leaflet }) => leaflet !== null),
    ({ leaflet }) => /CL-\d{1,5}[A-Za-z]?/.exec(leaflet!)?.[0] ?? leaflet!,
  )
  const leaflets = [...byLeaflet].map(([text, of]) => {
    const codes = new Set(of.flatMap(({ code }) => byDocument.get(code)!.map(row => row.subjectCode)))
    const because = `explains ${of.map(({ code }) => code).join(', ')}, with ${[...codes].sort().join(', ')} on it`
    return { text, because }
  })
  return { known: true, leaflets }
}

/** What a step would reissue: its own texts, and the leaflets where they are its business. */
export function suggestedTexts(
  { texts, leaflets: wanted }: Pick<WorkflowStep, 'texts' | 'leaflets'>,
  leaflets: Leaflets,
): SuggestedText[] {
  const own = texts.map(text => ({ text, because: 'reissued with every change of this kind' }))
  return [...own, ...(wanted && leaflets.known ? leaflets.leaflets : [])]
}

function subjectsIn(piece: FlagsReply): string[] {
  if (piece.piece !== 'flags') return []
  return piece.flags.flatMap(({ dependent }) => dependent.key.split('/')[2] ?? [])
}
