export * from './apply-operations.ts'
export * from './check-holder.ts'
export * from './classify-wording.ts'
export * from './compare-decoder.ts'
export * from './compose-relations.ts'
export * from './course-code-consequences.ts'
export * from './coverage.ts'
export { ownerChanges } from './decoder-places.ts'
export * from './diff.ts'
export {
  type CompiledDecoder,
  compileDecoder,
  type HolderDecoder,
  type HolderRule,
  holderKey,
} from './holder-decoder.ts'
export { HOLDER_DOUBTS } from './holder-words.ts'
export * from './in-brief.ts'
export * from './in-force.ts'
export * from './in-words.ts'
export { type LinksNeeded, linksNeeded } from './link-index.ts'
export * from './natural-order.ts'
export * from './notes.ts'
export * from './operation-error.ts'
export * from './owner-moves.ts'
export * from './plan-impact.ts'
export * from './preview-grandfathering.ts'
export * from './reach.ts'
export * from './sequence.ts'
export * from './severity.ts'
export * from './tree.ts'
export * from './walk-chain.ts'
export * from './what-is-unknown.ts'
