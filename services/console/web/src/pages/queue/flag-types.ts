// The review of flags in the words of its API; both agencies' services have the same.
import type { Answer, Body, Item, Query } from '@cte-align/client'

export type FlagRow = Item<'credentials', '/flags', 'get'>
export type FlagView = Answer<'credentials', '/flags/{id}', 'get'>
export type FlagGroups = Answer<'credentials', '/flags/groups', 'get'>
export type FlagGroup = FlagGroups['items'][number]
export type FlagQuery = Query<'credentials', '/flags/summary', 'get'>
export type FlagFilterBody = NonNullable<Body<'credentials', '/flags/bulk', 'post'>['filter']>
export type GroupBy = FlagGroups['by']
export type Order = NonNullable<Query<'credentials', '/flags', 'get'>['order']>
export type Step = Body<'credentials', '/flags/{id}/transitions', 'post'>
export type FlagState = FlagRow['state']
export type Disposition = NonNullable<FlagRow['disposition']>
export type Transition = Item<'credentials', '/flags/{id}/transitions', 'get'>
export type Attestation = Item<'credentials', '/flags/{id}/attestations', 'get'>
export type BulkAction = Answer<'credentials', '/bulk-actions/{id}', 'get'>
export type BulkActionRow = Item<'credentials', '/bulk-actions', 'get'>
export type BulkPlan = Extract<Answer<'credentials', '/flags/bulk', 'post'>, { digest: string }>
export type Standing = BulkPlan['rows'][number]['before']
export type SavedView = Item<'credentials', '/views', 'get'>
export type DecisionsReport = Answer<'credentials', '/flags/decisions', 'post'>
