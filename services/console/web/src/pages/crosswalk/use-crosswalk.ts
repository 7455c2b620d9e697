import { standards } from '../../data/api.ts'
import { type AnswerKey, useAnswer, usePages } from '../../data/use-answer.ts'
import type { RelationState, RelationWord } from './words.ts'

/** Everything of a crosswalk hangs on this key: an act makes all of it stale. */
export const crosswalkKey = (key: string): AnswerKey => ['standards', 'crosswalk', key]

export const useCrosswalk = (key: string) =>
  useAnswer([...crosswalkKey(key), 'itself'], signal =>
    standards.GET('/crosswalks/{key}', { params: { path: { key } }, signal }),
  )

export interface RelationFilters {
  state?: RelationState | undefined
  relation?: RelationWord | undefined
  item?: string | undefined
}

export const useRelations = (key: string, { state, relation, item }: RelationFilters = {}) =>
  usePages(
    [...crosswalkKey(key), 'relations', { state, relation, item }],
    (cursor, signal) =>
      standards.GET('/crosswalks/{key}/relations', {
        params: {
          path: { key },
          query: {
            limit: 200,
            ...(cursor && { cursor }),
            ...(state && { state }),
            ...(relation && { relation }),
            ...(item && { item }),
          },
        },
        signal,
      }),
    { keep: true },
  )

export const useRelation = (key: string, id: string) =>
  useAnswer([...crosswalkKey(key), 'relation', id], signal =>
    standards.GET('/crosswalks/{key}/relations/{id}', { params: { path: { key, id } }, signal }),
  )

export const useCoverage = (key: string) =>
  useAnswer([...crosswalkKey(key), 'coverage'], signal =>
    standards.GET('/crosswalks/{key}/coverage', { params: { path: { key } }, signal }),
  )

export type EndName = 'from' | 'to'
export type CoverageAnswer = 'mapped' | 'none' | 'unmapped'

export const useCoveredItems = (key: string, end: EndName, answer?: CoverageAnswer) =>
  usePages(
    [...crosswalkKey(key), 'covered', end, answer],
    (cursor, signal) =>
      standards.GET('/crosswalks/{key}/coverage/items', {
        params: { path: { key }, query: { end, limit: 200, ...(cursor && { cursor }), ...(answer && { answer }) } },
        signal,
      }),
    { keep: true },
  )
