import { z } from 'zod'
import { type CteError, problem } from '../errors.ts'

/** RFC 9457, with our code, the ids that find the request in the logs, and the fields at fault. */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().regex(/^CTE_[A-Z0-9_]+$/),
    requestId: z.string(),
    correlationId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ description: 'What went wrong (RFC 9457)' })
export type ProblemDetails = z.infer<typeof ProblemDetails>

/** What a caller is told. The details of a 500 are ours alone. */
export const problemBody = (error: CteError, { id, correlationId }: { id: string; correlationId: string }) => {
  const told = error.status === 500 ? problem('CTE_INTERNAL') : error
  const body: ProblemDetails = {
    type: `urn:cte-align:problem:${error.code}`,
    title: error.title,
    status: error.status,
    detail: told.message,
    code: told.code,
    requestId: id,
    correlationId,
    ...(error.errors.length > 0 && { errors: error.errors }),
  }
  return body
}

export const PROBLEM_TYPE = 'application/problem+json'

const DESCRIPTIONS: Record<number, string> = {
  400: 'The request is not as described',
  401: 'Nobody is named as acting',
  403: 'The actor may not do this',
  404: 'There is no such thing',
  405: 'The method is not answered here',
  409: 'The present state does not allow it',
  412: 'It was changed meanwhile',
  413: 'The body is too large',
  415: 'The content type is not understood',
  422: 'Understood, and not possible',
  428: 'If-Match is missing',
  431: 'Address and headers are too large',
  500: 'Something failed here',
  503: 'Something needed is away',
}

export type ProblemResponse = {
  description: string
  content: { 'application/problem+json': { schema: typeof ProblemDetails } }
}

/**
 * The problem responses a route declares: `response: { 200: Flag, ...responses(404, 412) }`. 400, 431 and 500 are always there;
 * routes with a body name 413 and 415 too.
 */
export function responses<S extends number>(...statuses: S[]): Record<S | 400 | 431 | 500, ProblemResponse> {
  const all = [...new Set([400, ...statuses, 431, 500])].sort()
  return Object.fromEntries(
    all.map(status => [
      status,
      { description: DESCRIPTIONS[status] ?? 'Problem', content: { [PROBLEM_TYPE]: { schema: ProblemDetails } } },
    ]),
  ) as Record<S | 400 | 431 | 500, ProblemResponse>
}
