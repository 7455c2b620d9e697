import type { CatalogueModels } from './catalogue.ts'
import { readStatus } from './document-status.ts'

/**
 * Rows stored before there were titles over time and statuses of documents: what they lack is filled in at the start, once, from what
 * they say, also in what the last import said; doing it again changes nothing.
 */
export async function upgradeCatalogue({ subjects, documents }: CatalogueModels): Promise<void> {
  for await (const row of documents.collection.find({ statusWords: { $exists: false } })) {
    const words = row.imported as { status?: string | null } | undefined
    const [stands, imported] = [readStatus(wordsOf(row.status)), readStatus(wordsOf(words?.status))]
    await documents.collection.updateOne(
      { _id: row._id, statusWords: { $exists: false } },
      { $set: { ...stands, ...prefixed(imported) } },
    )
  }
  for await (const row of subjects.collection.find({ titles: { $exists: false } })) {
    const stands = { titles: titlesOf(row as unknown as OldSubject), spellings: [] }
    const imported = { titles: titlesOf((row.imported ?? row) as unknown as OldSubject), spellings: [] }
    await subjects.collection.updateOne(
      { _id: row._id, titles: { $exists: false } },
      { $set: { ...stands, ...prefixed(imported) }, $unset: { earlierTitles: '', 'imported.earlierTitles': '' } },
    )
  }
}

interface OldSubject {
  title: string
  earlierTitles?: string[]
  provenance: unknown
}

const titlesOf = ({ title, earlierTitles = [], provenance }: OldSubject) =>
  [...earlierTitles, title].map(each => ({ title: each, from: null, to: null, provenance }))
const wordsOf = (status: unknown): string | null => (typeof status === 'string' ? status : null)
const prefixed = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [`imported.${field}`, value]))
