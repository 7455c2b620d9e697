import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { CteError, problem } from '../errors.ts'
import { isTransient } from '../inbox/transient.ts'
import { afterBody } from './after-body.ts'
import { PROBLEM_TYPE, problemBody } from './problem-details.ts'

/** The only place that knows how an error looks over HTTP. What is ours to mend (500) goes to the log, not to the caller. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = toCteError(error as FastifyError, request)
  if (known.status >= 500) request.log.error({ err: error, code: known.code }, 'A request failed')
  else request.log.info({ code: known.code, detail: known.message }, 'A request was refused')
  afterBody(request.raw, () => sendProblem(reply, request, known))
}

/** Serialized here, so that no route's response schema can get in the way of saying what went wrong. */
export function sendProblem(reply: FastifyReply, request: FastifyRequest, error: CteError): void {
  reply
    .code(error.status)
    .header('content-type', PROBLEM_TYPE)
    .serializer((payload: unknown) => String(payload))
    .send(JSON.stringify(problemBody(error, request)))
}

const PARTS: Record<string, string> = { querystring: 'query', params: 'path', headers: 'headers', body: 'body' }

function toCteError(error: FastifyError, request: FastifyRequest): CteError {
  if (error instanceof CteError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const part = PARTS[error.validationContext ?? 'body'] ?? 'body'
    const errors = error.validation.flatMap(issue => {
      const path = `/${part}${issue.instancePath === '/' ? '' : issue.instancePath}`
      const keys = (issue.params as { keys?: string[] }).keys
      const message = issue.message ?? 'not as described'
      if (issue.keyword !== ('unrecognized_keys' as string) || keys === undefined) return [{ path, message }]
      return keys.map(key => ({ path: `${path}/${key}`, message: 'not known here' }))
    })
    const detail = errors.map(({ path, message }) => `${path}: ${message}`).join('; ')
    return problem('CTE_INVALID_INPUT', { what: part, detail: detail.slice(0, 1000) }, { errors })
  }
  const cause = error
  if (error.statusCode === 413) return problem('CTE_TOO_LARGE', { limit: limitOf(request) }, { cause })
  if (error.statusCode === 415)
    return problem('CTE_UNSUPPORTED_MEDIA_TYPE', { type: request.headers['content-type'] ?? 'none given' }, { cause })
  if (error.statusCode === 400 && (error instanceof SyntaxError || error.code?.includes('JSON')))
    return problem('CTE_MALFORMED_JSON', { detail: error.message }, { cause })
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return problem('CTE_BAD_REQUEST', { detail: error.message }, { cause })
  if (isTransient(error)) return problem('CTE_UNAVAILABLE', { what: 'Something needed here' }, { cause })
  return problem('CTE_INTERNAL', {}, { cause })
}

const limitOf = (request: FastifyRequest): number => request.routeOptions.bodyLimit ?? 1024 * 1024
