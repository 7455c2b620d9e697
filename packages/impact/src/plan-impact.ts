import type { Impact, Link, ReachedChange, RuleEdge } from '@cte-align/contracts'

export function planImpact(
  _reached: readonly ReachedChange[],
  _links: readonly Link[],
  _rules: readonly RuleEdge[],
): Impact[] {
  return []
}

export function mergeImpacts(..._lists: (readonly Impact[])[]): Impact[] {
  return []
}

export type LinksNeeded = { items: string[]; subtrees: string[]; wildcards: { framework: string; any: 'sector' }[] }

export function linksNeeded(_reached: readonly ReachedChange[]): LinksNeeded {
  return { items: [], subtrees: [], wildcards: [] }
}

export function rulesNeeded(
  _reached: readonly ReachedChange[],
  _links: readonly Link[],
): { courseCodes: string[]; authorizations: string[] } {
  return { courseCodes: [], authorizations: [] }
}
