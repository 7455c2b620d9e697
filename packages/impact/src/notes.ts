import type { Aspect, ChangeClass, DependentKey } from '@cte-align/contracts'

/** What operations say about a change beyond what the two trees show: a person's word on its class, and who goes where. */
export type Note = {
  override: { class: ChangeClass; reason: string; by: string } | null
  assignments: { dependent: DependentKey; successor: string }[]
}

/** By `noteKey`. */
export type Notes = ReadonlyMap<string, Note>

export const noteKey = (itemId: string, aspect: Aspect): string => `${itemId}:${aspect}`
