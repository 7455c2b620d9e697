/** A field at fault, as a JSON pointer into the request. */
export interface FieldError {
  path: string
  message: string
}

export interface ProblemFields {
  /** 0 where no answer came, or none that says its status. */
  status: number
  /** Stable: compare this, never the text. */
  code: string
  title: string
  detail: string
  errors: readonly FieldError[]
  /** Of the answer, to be found in the logs; null where none came. */
  requestId: string | null
  correlationId: string | null
  /** Seconds, where the service asks to be left alone so long. */
  retryAfter: number | null
}

/** Why there is no answer: the service's own refusal (RFC 9457), or a code of the client's where the service could not say. */
export class ApiProblem extends Error implements ProblemFields {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: readonly FieldError[]
  readonly requestId: string | null
  readonly correlationId: string | null
  readonly retryAfter: number | null

  constructor(fields: ProblemFields, options?: ErrorOptions) {
    super(fields.detail || fields.title, options)
    this.status = fields.status
    this.code = fields.code
    this.title = fields.title
    this.detail = fields.detail
    this.errors = fields.errors
    this.requestId = fields.requestId
    this.correlationId = fields.correlationId
    this.retryAfter = fields.retryAfter
  }
}

const NOWHERE = { status: 0, errors: [], requestId: null, correlationId: null, retryAfter: null }

/** Nobody answered: no network, or nothing listens there. */
export const unreachable = (cause: unknown): ApiProblem =>
  new ApiProblem(
    {
      ...NOWHERE,
      code: 'CTE_UNREACHABLE',
      title: 'No answer',
      detail:
        'The service could not be reached. Nothing is known of what became of the request; read before you try again.',
    },
    { cause },
  )

/** An answer came that is neither what the service promises nor a problem: a page of HTML from something between, or half a text. */
export const unreadable = (response: Response | null, cause?: unknown): ApiProblem => {
  const type = response?.headers.get('content-type') ?? 'no content type'
  return new ApiProblem(
    {
      ...NOWHERE,
      ...(response && idsOf(response)),
      code: 'CTE_UNREADABLE_ANSWER',
      title: 'An answer that is not the service’s',
      detail: response
        ? `Something answered ${response.status} with ${type}, which is not how the services answer.`
        : 'What was answered is not JSON.',
    },
    { cause },
  )
}

/** The problem that a refusing answer tells of. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  if (!isProblem(body)) return unreadable(response)
  const { code, title, detail = '', errors = [] } = body
  return new ApiProblem({ ...idsOf(response), code, title, detail, errors })
}

const idsOf = ({ status, headers }: Response) => ({
  status,
  requestId: headers.get('x-request-id'),
  correlationId: headers.get('x-correlation-id'),
  retryAfter: secondsOf(headers.get('retry-after')),
})

/** Our services tell seconds; a date, which something between might tell, is not taken for a number. */
const secondsOf = (text: string | null): number | null =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null

interface Problem {
  code: string
  title: string
  detail?: string
  errors?: FieldError[]
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && 'title' in body
