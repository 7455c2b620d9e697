import { type Succession, succession } from '@cte-align/impact'
import { pageByKey } from '@cte-align/service'
import type { CatalogueModels } from '../catalogue.ts'
import type { CodeChange } from '../code-change.ts'

export interface CodeChangeFilter {
  from?: string | undefined
  to?: string | undefined
  kind?: string | undefined
  schoolYear?: string | undefined
  edition?: string | undefined
}

/** What has become of course codes, as published. Only read here: publishing a plan writes it. */
export function createCodeChangeStore({ codeChanges }: Pick<CatalogueModels, 'codeChanges'>) {
  const all = (): Promise<CodeChange[]> => codeChanges.find().sort({ schoolYear: 1, _id: 1 }).lean().exec()
  return {
    all,
    page: (filter: CodeChangeFilter, page: { limit: number; cursor?: string | undefined }) => {
      const given = Object.entries(filter).filter(([, value]) => value !== undefined)
      return pageByKey(codeChanges, Object.fromEntries(given), page)
    },
    /** Up to a school year; those of which nobody knows the year are in. */
    upTo: async (schoolYear: string): Promise<CodeChange[]> =>
      (await all()).filter(change => change.schoolYear === null || change.schoolYear <= schoolYear),
    /** All that names the code, and where it has gone in the end. */
    async history(code: string, until: string | null): Promise<{ changes: CodeChange[]; succession: Succession }> {
      const changes = until === null ? await all() : await this.upTo(until)
      const named = changes.filter(({ from, to }) => from.includes(code) || to.includes(code))
      const numbered = changes.map(({ _id, ...rest }) => ({ id: _id, ...rest }))
      return { changes: named, succession: succession(code, numbered, until) }
    },
  }
}
export type CodeChangeStore = ReturnType<typeof createCodeChangeStore>
