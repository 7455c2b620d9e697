import { decodeCursor, encodeCursor, holding, pageByKey } from '@cte-align/service'
import { z } from 'zod'
import type { CatalogueModels } from '../catalogue.ts'
import type { DecoderSides } from '../decoder/decoder-sides.ts'
import type { EditionRule, StoredEdition } from '../decoder/kept-edition.ts'
import type { EditionRuleFilter, EditionStore } from '../decoder/kept-editions.ts'
import { tableRows } from './edition-snapshot.ts'
import { DRAFT_STATES, type RuleDraftDoc } from './rule-draft.ts'

export const EDITION_STATES = [...DRAFT_STATES, 'kept'] as const
export const EDITION_ORIGINS = ['imported', 'published', 'drafted'] as const
export interface EditionFilter {
  state?: (typeof EDITION_STATES)[number] | undefined
  origin?: (typeof EDITION_ORIGINS)[number] | undefined
  flag?: string | undefined
  q?: string | undefined
}
interface Page {
  limit: number
  cursor?: string | undefined
}
/** A draft, whatever has become of it, or a table that is kept and that no draft here led to. */
export type AnyEdition = { draft: RuleDraftDoc; kept: StoredEdition | null } | { draft: null; kept: StoredEdition }

interface Parts {
  models: Pick<CatalogueModels, 'drafts' | 'editions'>
  editions: EditionStore
  sides: DecoderSides
}

/** Drafts and kept tables under one address. A published draft and the table that it left have one id and are one edition. */
export function createAllEditions({ models, editions, sides }: Parts) {
  async function read(id: string): Promise<AnyEdition> {
    const [draft, kept] = await Promise.all([
      models.drafts.findById(id).lean(),
      models.editions.findOne({ _id: id, complete: true }).lean(),
    ])
    return draft === null ? { draft, kept: kept ?? (await editions.find(id)) } : { draft, kept }
  }

  return {
    read,
    async page(filter: EditionFilter, page: Page): Promise<{ items: AnyEdition[]; next: string | null }> {
      const [drafts, kept] = await Promise.all([
        ofDrafts(filter) === null ? NONE : pageByKey(models.drafts, ofDrafts(filter)!, page),
        ofKept(filter) === null ? NONE : pageByKey(models.editions, ofKept(filter)!, page),
      ])
      const found = new Map<string, AnyEdition>()
      for (const each of kept.items as StoredEdition[]) found.set(each._id, { draft: null, kept: each })
      for (const draft of drafts.items as RuleDraftDoc[])
        found.set(draft._id, { draft, kept: found.get(draft._id)?.kept ?? null })
      const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
      const more = sorted.length > page.limit || drafts.next !== null || kept.next !== null
      const items = sorted.slice(0, page.limit)
      return { items: items.map(([, each]) => each), next: more ? encodeCursor(items.at(-1)![0]) : null }
    },
    /** The table that an edition is, or would be: a draft's is worked out anew. */
    async rules(
      id: string,
      filter: EditionRuleFilter,
      page: Page,
    ): Promise<{ items: EditionRule[]; next: string | null }> {
      const { draft, kept } = await read(id)
      if (draft === null || kept !== null) return editions.rulesOf(kept!, filter, page)
      const after = page.cursor === undefined ? 0 : decodeCursor(z.int().min(0), page.cursor)
      const rows = tableRows(await sides.at(`edition:${draft._id}`)).filter(row => matches(row, filter))
      const rest = rows.filter(({ row }) => row > after)
      const items = rest.slice(0, page.limit)
      return { items, next: rest.length > page.limit ? encodeCursor(items.at(-1)!.row) : null }
    },
  }
}
export type AllEditions = ReturnType<typeof createAllEditions>

const NONE = { items: [], next: null }

/** Null: none of them can match. */
function ofDrafts({ state, origin, flag, q }: EditionFilter): Record<string, unknown> | null {
  if (state === 'kept' || origin === 'imported') return null
  const wanted = origin === 'published' ? 'published' : state
  if (state !== undefined && wanted !== state) return null
  return {
    ...(wanted !== undefined && { state: wanted }),
    ...(flag !== undefined && { flags: flag }),
    ...(q !== undefined && holding(q, ['title', 'description'])),
  }
}

function ofKept({ state, origin, flag, q }: EditionFilter): Record<string, unknown> | null {
  if ((state !== undefined && state !== 'kept') || origin === 'drafted' || flag !== undefined) return null
  const wanted = state === 'kept' ? 'imported' : origin
  if (origin !== undefined && wanted !== origin) return null
  return {
    complete: true,
    ...(wanted !== undefined && { origin: wanted }),
    ...(q !== undefined && holding(q, ['title'])),
  }
}

const matches = (row: EditionRule, { courseCode, document, subject, gap }: EditionRuleFilter): boolean =>
  (courseCode === undefined || row.courseCode === courseCode) &&
  (document === undefined || row.documentCode === document) &&
  (subject === undefined || row.subjectCode === subject) &&
  (gap === undefined || row.gaps.includes(gap))
