import type { FieldError } from '@cte-align/service'
import { contradictions, inWords } from './contradictions.ts'
import type { RelationDoc } from './crosswalk.ts'
import { draftRelation } from './relation-ends.ts'

/** A row of a file whose ends are found. */
export type RelationRow = Omit<Parameters<typeof draftRelation>[1], 'author'> & {
  /** Where faults of the row are reported: /relations/3 */
  path: string
}

export interface RelationsPlan {
  added: RelationDoc[]
  unchanged: number
  /** In the crosswalk, not in the file: reported, never removed. */
  notListed: string[]
  faults: FieldError[]
}

/** New relations become drafts; one that is there already is left as it is, with whatever was decided about it. */
export function planRelations(
  crosswalk: string,
  rows: RelationRow[],
  known: RelationDoc[],
  author: string,
): RelationsPlan {
  const ids = new Set(known.map(relation => relation._id))
  const plan: RelationsPlan = { added: [], unchanged: 0, notListed: [], faults: [] }
  const listed = new Map<string, string>()
  for (const { path, ...row } of rows) {
    const doc = draftRelation({ _id: crosswalk }, { ...row, author })
    if (doc.to?.id === doc.from.id) plan.faults.push({ path, message: `${doc.from.key} cannot be mapped to itself` })
    if (listed.has(doc._id)) continue
    listed.set(doc._id, path)
    if (ids.has(doc._id)) plan.unchanged++
    else plan.added.push(doc)
  }
  const claim = ({ _id, from, to }: RelationDoc) => ({ id: _id, from, to })
  const standing = known.filter(({ removedIn, state }) => removedIn === null && state !== 'rejected')
  for (const { claim: made, against } of contradictions(plan.added.map(claim), standing.map(claim)))
    plan.faults.push({
      path: listed.get(made.id!)!,
      message: `${inWords(made)} contradicts ${inWords(against)}: an item without a counterpart has none`,
    })
  plan.notListed = known.filter(({ _id, removedIn }) => removedIn === null && !listed.has(_id)).map(inWords)
  return plan
}
