export type { OpenApi } from './document.ts'
export { typesOf } from './types-of.ts'
