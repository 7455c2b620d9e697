export { createReview } from './create-review.ts'
export * from './link-maker.ts'
export { ruleEdgeId } from './rule-edge-id.ts'
export type * from './surroundings.ts'
