import type { paths as CourseCodes } from './course-codes.ts'
import type { paths as Credentials } from './credentials.ts'
import type { paths as Standards } from './standards.ts'

/** Every path of every service, by the service's name. */
export interface Services {
  standards: Standards
  credentials: Credentials
  'course-codes': CourseCodes
}
export type ServiceName = keyof Services
export type Path<S extends ServiceName> = keyof Services[S]
export type Method<S extends ServiceName, P extends Path<S>> = keyof Services[S][P]

/** What an operation answers when all is well: `Answer<'standards', '/frameworks/{key}', 'get'>`; undefined where that is nothing. */
export type Answer<S extends ServiceName, P extends Path<S>, M extends Method<S, P>> = Services[S][P][M] extends {
  responses: infer R
}
  ? Json<R[keyof R]>
  : never
/** One of what a list answers: `Item<'credentials', '/flags', 'get'>`. */
export type Item<S extends ServiceName, P extends Path<S>, M extends Method<S, P>> =
  Answer<S, P, M> extends { items: (infer I)[] } ? I : never
/** What may be asked in the address. */
export type Query<S extends ServiceName, P extends Path<S>, M extends Method<S, P>> = Services[S][P][M] extends {
  parameters: { query?: infer Q }
}
  ? NonNullable<Q>
  : never
/** What is sent. */
export type Body<S extends ServiceName, P extends Path<S>, M extends Method<S, P>> = Services[S][P][M] extends {
  requestBody?: infer B
}
  ? Json<NonNullable<B>>
  : never

type Json<C> = C extends { content: { 'application/json': infer J } }
  ? J
  : C extends { content?: never }
    ? undefined
    : never
