import { type Actor, fingerprint } from '@cte-align/contracts'
import { type ClientSession, inBatches, pageByKey } from '@cte-align/service'
import type { CatalogueModels } from '../catalogue.ts'
import { problem } from '../errors.ts'
import { differenceBetween } from './edition-difference.ts'
import type { EditionGap, EditionHead, EditionRule, StoredEdition, StoredEditionRule } from './kept-edition.ts'

export interface EditionRuleFilter {
  courseCode?: string | undefined
  document?: string | undefined
  subject?: string | undefined
  gap?: EditionGap | undefined
}
interface Page {
  limit: number
  cursor?: string | undefined
}
interface Keeping {
  by: Actor
  at: Date
  /** Where given, all is written in its transaction; else in batches, and seen when the last is written. */
  session?: ClientSession
}

/** Editions of CTC's course table, side by side. One is never changed; what is unfinished is not seen. */
export function createEditionStore({ editions, editionRules }: Pick<CatalogueModels, 'editions' | 'editionRules'>) {
  async function find(id: string): Promise<StoredEdition> {
    const found = await editions.findOne({ _id: id, complete: true }).lean()
    if (found === null) throw problem('CTE_NO_SUCH_EDITION', { id })
    return found
  }

  const all = async ({ _id, digest }: Pick<StoredEdition, '_id' | 'digest'>): Promise<StoredEditionRule[]> =>
    editionRules.find({ edition: _id, digest }).sort({ _id: 1 }).lean()

  /** Throws CTE_EDITION_KEPT, naming the difference, where the id stands for something else. */
  async function refuseOther(
    head: EditionHead,
    rules: readonly EditionRule[],
    session?: ClientSession,
  ): Promise<boolean> {
    const standing = await editions.findOne({ _id: head.id, complete: true }, null, within(session)).lean()
    if (standing === null) return false
    const difference = differenceBetween({ head: standing, rules: await all(standing) }, { head, rules })
    if (difference !== null) throw problem('CTE_EDITION_KEPT', { id: head.id, difference })
    return true
  }

  async function writeRules(rows: StoredEditionRule[], session?: ClientSession): Promise<void> {
    for (const batch of inBatches(rows, 500)) {
      const operations = batch.map(row => ({
        replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true },
      }))
      await editionRules.collection.bulkWrite(operations as never[], within(session))
    }
  }

  return {
    find,
    all,
    refuseOther,
    page: (filter: { origin?: string | undefined }, page: Page) =>
      pageByKey(editions, { complete: true, ...(filter.origin !== undefined && { origin: filter.origin }) }, page),
    rulesOf: ({ _id, digest }: StoredEdition, filter: EditionRuleFilter, page: Page) =>
      pageByKey(editionRules, { edition: _id, digest, ...queryOf(filter) }, page),
    /** The newest but for the one named; one without a day of publication is older than any with. */
    async newest(butFor: string): Promise<StoredEdition | null> {
      const found = editions.find({ _id: { $ne: butFor }, complete: true })
      return (await found.sort({ publishedOn: -1, importedAt: -1, _id: 1 }).limit(1).lean())[0] ?? null
    },
    /**
     * Keeps an edition with its rows. The same again changes nothing; the same id with other content is refused with
     * CTE_EDITION_KEPT. What a crash left unfinished is finished, or replaced, by keeping again.
     */
    async keep(
      head: EditionHead,
      rules: readonly EditionRule[],
      { by, at, session }: Keeping,
    ): Promise<{ edition: StoredEdition; added: boolean }> {
      if (await refuseOther(head, rules, session))
        return { edition: (await editions.findById(head.id, null, within(session)).lean())!, added: false }
      const digest = digestOf(rules)
      const rows = rules.map(rule => storedRule(head.id, digest, rule))
      const edition: StoredEdition = {
        ...{ _id: head.id, ...head, counts: countsOf(rules), digest, importedAt: at, importedBy: by, version: 1 },
        complete: session !== undefined,
      }
      const unfinished = { _id: head.id, complete: { $ne: true } } as object
      const begun = await editions.collection
        .updateOne(unfinished, { $set: edition }, { upsert: true, ...within(session) })
        .catch(error => {
          if ((error as { code?: unknown }).code === 11000 && session === undefined) return null
          throw error
        })
      if (begun === null) return { edition: await overtaken(), added: false }
      await writeRules(rows, session)
      if (session !== undefined) return { edition, added: true }
      const mine = { _id: head.id, digest, complete: false }
      const { matchedCount } = await editions.updateOne(mine, { $set: { ...edition, complete: true } })
      // Somebody else kept something under this id meanwhile: the same is well, anything else is refused.
      if (matchedCount === 0) return { edition: await overtaken(), added: false }
      await editionRules.deleteMany({ edition: head.id, digest: { $ne: digest } })
      return { edition: { ...edition, complete: true }, added: true }

      async function overtaken(): Promise<StoredEdition> {
        if (!(await refuseOther(head, rules))) throw problem('CTE_EDITION_OVERTAKEN', { id: head.id })
        return find(head.id)
      }
    },
  }
}
export type EditionStore = ReturnType<typeof createEditionStore>

const within = (session: ClientSession | undefined) => (session === undefined ? {} : { session })

/** Of what the rows say, whatever their order and their numbers in the file. */
export const digestOf = (rules: readonly EditionRule[]): string =>
  fingerprint(rules.map(({ row, ...said }) => fingerprint(said)).sort())

const countsOf = (rules: readonly EditionRule[]) => ({
  rows: rules.length,
  courseCodes: new Set(rules.map(rule => rule.courseCode)).size,
  wildcards: rules.filter(rule => rule.kind === 'wildcard').length,
  gaps: rules.filter(rule => rule.gaps.length > 0).length,
})

/** Ids sort as the rows stand; of two rules in one row (two subjects in one cell) the second follows the first. */
const storedRule = (edition: string, digest: string, rule: EditionRule): StoredEditionRule => ({
  _id: `${edition}:${digest.slice(0, 8)}:${String(rule.row).padStart(7, '0')}:${fingerprint(rule).slice(0, 12)}`,
  edition,
  digest,
  ...rule,
})

const queryOf = ({ courseCode, document, subject, gap }: EditionRuleFilter): Record<string, unknown> => ({
  ...(courseCode !== undefined && { courseCode }),
  ...(document !== undefined && { documentCode: document }),
  ...(subject !== undefined && { subjectCode: subject }),
  ...(gap !== undefined && { gaps: gap }),
})
