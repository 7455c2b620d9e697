import type { DecoderDifference, Dependent } from '@cte-align/contracts'
import { compareKeys } from '@cte-align/impact'
import type { NamedFlag, Review } from '@cte-align/review'
import { type CteError, decodeCursor, encodeCursor } from '@cte-align/service'
import { z } from 'zod'
import { dependentOf, keyOf } from '../authorization.ts'
import type { CatalogueModels } from '../catalogue.ts'
import type { CompareSides } from '../decoder/compare-sides.ts'
import type { Decoder, DecoderSides } from '../decoder/decoder-sides.ts'
import { manualReviewOf } from '../manual-review.ts'
import { type AppliedDraft, applyDraft, movedRows, printsOf } from './draft-decoder.ts'
import { mustBeOpen } from './drafts.ts'
import { livePrints } from './live-prints.ts'
import type { RuleDraftDoc } from './rule-draft.ts'

type Sector = DecoderDifference['sectors'][number]
/** An authorization that a course code newly admits, no longer admits, or nobody knows. */
export type PreviewedPair = Pick<DecoderDifference, 'inferred' | 'verified' | 'because'> & {
  authorization: string
  title: string | null
  status: string | null
}
export interface PreviewedCode {
  courseCode: string
  sectors: Sector[]
  gained: PreviewedPair[]
  lost: PreviewedPair[]
  unknown: PreviewedPair[]
  /** Rules that admit the same as before and say something else of it. */
  revised: string[]
  /** Nobody is certain to be authorized any more. */
  leftWithout: boolean
}

interface Parts {
  models: CatalogueModels
  review: Pick<Review, 'namedFlags'>
  sides: DecoderSides
  compare: CompareSides
}

/** What publishing a draft would do, in pages by course code. Writes nothing and looks at no clock. */
export function createDraftPreview({ models, review, sides, compare }: Parts) {
  return async (draft: RuleDraftDoc, page: { limit: number; cursor?: string | undefined }, correlationId: string) => {
    mustBeOpen(draft)
    const base = await sides.at(draft.base, correlationId)
    const applied = applyDraft(draft, base)
    const { differences } = await compare(draft.base, `edition:${draft._id}`, correlationId)
    const codes = codesOf(differences, applied.decoder)
    const after = page.cursor === undefined ? null : decodeCursor(z.string(), page.cursor)
    const rest = after === null ? codes : codes.filter(each => compareKeys(each.courseCode, after) > 0)
    const items = rest.slice(0, page.limit)
    const keys = authorizationsIn(codes, applied)
    return {
      items,
      counts: countsOf(codes),
      findings: applied.findings,
      publishing: await standingOf(draft, base, correlationId),
      flags: await flagsOf(draft, keys),
      beside: {
        legacy: legacyBeside(applied.decoder, keys),
        manualReview: keys.length === 0 ? [] : await manualReviewOf(models.authorizations),
      },
      next: rest.length > page.limit ? encodeCursor(items.at(-1)!.courseCode) : null,
    }
  }

  /** Whether it could be published now, and what stands against it. */
  async function standingOf(draft: RuleDraftDoc, base: Decoder, correlationId: string) {
    const moved = movedRows(draft, await livePrints(models, draft.prints))
    if (moved.length > 0) return { possible: false, conflicts: moved, refused: null }
    const live = draft.base === 'current' ? base : await sides.at('current', correlationId)
    try {
      const conflicts = movedRows(draft, printsOf(applyDraft(draft, live).touched, live))
      return { possible: conflicts.length === 0 && draft.operationCount > 0, conflicts, refused: null }
    } catch (error) {
      if ((error as CteError).code !== 'CTE_OPERATION_REFUSED') throw error
      return { possible: false, conflicts: [], refused: (error as CteError).message }
    }
  }

  /** The flags that it answers, and others on what it touches that are open still. */
  async function flagsOf(
    { flags }: RuleDraftDoc,
    keys: string[],
  ): Promise<{ answers: NamedFlag[]; open: NamedFlag[] }> {
    const named = new Set(flags)
    const open = (await review.namedFlags.openOf(keys)).filter(({ id }) => !named.has(id))
    return { answers: await review.namedFlags.byIds(flags), open }
  }
}
export type DraftPreview = Awaited<ReturnType<ReturnType<typeof createDraftPreview>>>

function codesOf(differences: readonly DecoderDifference[], { authorizations }: Decoder): PreviewedCode[] {
  const listed = new Map(authorizations.map(row => [keyOf(row), row]))
  const pair = ({ authorization, inferred, verified, because }: DecoderDifference): PreviewedPair => {
    const row = listed.get(authorization!)
    const title = row === undefined ? null : row.subjectTitle === null ? row.title : `${row.title}: ${row.subjectTitle}`
    return { authorization: authorization!, title, status: row?.status ?? null, inferred, verified, because }
  }
  const byCode = Map.groupBy(differences, each => each.courseCode)
  return [...byCode]
    .sort(([a], [b]) => compareKeys(a, b))
    .map(([courseCode, rows]) => {
      const pairs = (outcome: string) => rows.filter(row => row.what === 'pair' && row.outcome === outcome).map(pair)
      const rules = rows.filter(row => row.what === 'rule' && row.outcome === 'changed')
      return {
        courseCode,
        sectors: rows[0]!.sectors,
        gained: pairs('permitted'),
        lost: pairs('refused'),
        unknown: pairs('unknown'),
        revised: rules.map(row => `${courseCode}:${row.authorization}`),
        leftWithout: rows.some(
          row => row.what === 'course-code' && (row.outcome === 'without-pair' || row.outcome === 'gone'),
        ),
      }
    })
}

const countsOf = (codes: readonly PreviewedCode[]) => {
  const sum = (count: (code: PreviewedCode) => number) => codes.reduce((all, code) => all + count(code), 0)
  return {
    courseCodes: codes.length,
    gained: sum(code => code.gained.length),
    lost: sum(code => code.lost.length),
    unknown: sum(code => code.unknown.length),
    revised: sum(code => code.revised.length),
    leftWithout: codes.filter(code => code.leftWithout).map(code => code.courseCode),
  }
}

/** Authorizations that are admitted otherwise than before, or that an operation names itself. */
function authorizationsIn(codes: readonly PreviewedCode[], { touched }: AppliedDraft): string[] {
  const pairs = codes.flatMap(({ gained, lost, unknown }) => [...gained, ...lost, ...unknown])
  const rows = touched.flatMap(({ of, key }) => (of === 'authorization' ? [key] : []))
  return [...new Set([...pairs.map(each => each.authorization), ...rows])]
}

/** Documents that are no longer issued and carry the same subjects: their holders are asked about next. */
function legacyBeside({ authorizations }: Decoder, keys: readonly string[]): Dependent[] {
  const subjects = new Set(keys.map(key => key.slice(key.lastIndexOf('/') + 1)))
  return authorizations
    .filter(row => row.status !== 'current' && row.subjectCode !== null && subjects.has(row.subjectCode))
    .map(dependentOf)
}
