export interface ErrorRow {
  status: number
  title: string
  /** `{name}` is replaced by the value of that name. */
  message: string
}
export type ErrorTable = Record<`CTE_${string}`, ErrorRow>
export interface FieldError {
  /** JSON pointer: /body/title, /rows/3/code. */
  path: string
  message: string
}
export interface ErrorDetails {
  errors?: FieldError[]
  cause?: unknown
}
type Values = Record<string, string | number>

/** What every service may say. A service adds its own with `defineErrors`. */
const SHARED = {
  CTE_INVALID_INPUT: { status: 400, title: 'Invalid input', message: 'The {what} is not as described: {detail}' },
  CTE_MALFORMED_JSON: { status: 400, title: 'Malformed JSON', message: 'The body is not JSON: {detail}' },
  CTE_BAD_REQUEST: { status: 400, title: 'Bad request', message: '{detail}' },
  CTE_BAD_CURSOR: { status: 400, title: 'Bad cursor', message: 'The cursor was not made by this list' },
  CTE_BAD_CSV: { status: 422, title: 'Bad CSV', message: 'The file was refused whole: {detail}' },
  CTE_BAD_IF_MATCH: {
    status: 400,
    title: 'Bad If-Match',
    message: 'If-Match must name the version you read, as in "v3"; {given} names none',
  },
  CTE_NO_ACTOR: {
    status: 401,
    title: 'No actor',
    message: 'Say who acts: X-CTE-Actor: id=mlopez; agency=CDE; role=editor',
  },
  CTE_BAD_ACTOR: {
    status: 401,
    title: 'Bad actor',
    message: 'X-CTE-Actor must read id=...; agency=CDE|CTC|CALPADS; role=...: {detail}',
  },
  CTE_NOT_ALLOWED: { status: 403, title: 'Not allowed', message: '{who} may not do this; {allowed} may' },
  CTE_NO_SUCH_ROUTE: { status: 404, title: 'No such route', message: 'There is nothing at {path}' },
  CTE_METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'Method not allowed',
    message: '{path} does not answer {method}; it answers {allowed}',
  },
  CTE_REQUEST_TIMEOUT: {
    status: 408,
    title: 'Request Timeout',
    message: 'The request did not come to its end in time',
  },
  CTE_CHANGED_MEANWHILE: {
    status: 412,
    title: 'Changed meanwhile',
    message: 'You read {given}; the current version is {current}. Read it again and decide anew',
  },
  CTE_TOO_LARGE: { status: 413, title: 'Too large', message: 'The body is larger than {limit} bytes' },
  CTE_TOO_MANY_ROWS: {
    status: 422,
    title: 'Too many rows',
    message: 'A workbook holds at most {most} rows here; ask for format=csv, which has no bound',
  },
  CTE_UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'Unsupported media type',
    message: 'This content type is not understood here: {type}',
  },
  CTE_IF_MATCH_MISSING: {
    status: 428,
    title: 'If-Match missing',
    message: 'Say which version you change: If-Match: {current} is the current one',
  },
  CTE_HEADERS_TOO_LARGE: {
    status: 431,
    title: 'Request Header Fields Too Large',
    message: 'Address and headers together are larger than {limit} bytes',
  },
  CTE_INTERNAL: {
    status: 500,
    title: 'Internal error',
    message: 'Something failed here; the request id finds it in the log',
  },
  CTE_EVENT_TOO_LARGE: {
    status: 500,
    title: 'Event too large',
    message: '{type} about {subject} has {bytes} bytes; at most {limit} are allowed',
  },
  CTE_UNAVAILABLE: { status: 503, title: 'Unavailable', message: '{what} cannot be reached at the moment; try again' },
} satisfies ErrorTable

const known = new Map<string, ErrorRow>(Object.entries(SHARED))

export type SharedCode = keyof typeof SHARED

/** An error with a code that callers compare. `status` is for the HTTP error handler alone. */
export class CteError extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly errors: FieldError[]

  constructor(code: string, row: ErrorRow, values: Values, details: ErrorDetails) {
    const message = row.message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'CteError'
    this.code = code
    this.status = row.status
    this.title = row.title
    this.errors = details.errors ?? []
  }
}

/** Makes the error that the tables describe under `code`; throw it. */
export function problem(code: string, values: Values = {}, details: ErrorDetails = {}): CteError {
  const row = known.get(code)
  if (row === undefined) throw new Error(`No error ${code} is defined`)
  return new CteError(code, row, values, details)
}

/**
 * Adds a service's own rows and gives a `problem` that knows their codes. Defining the same row again does nothing;
 * the same code with another meaning is refused.
 */
export function defineErrors<T extends ErrorTable>(table: T) {
  for (const [code, row] of Object.entries(table)) {
    const earlier = known.get(code)
    if (earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(row))
      throw new Error(`${code} already means something else`)
    known.set(code, row)
  }
  return (code: (keyof T & string) | SharedCode, values: Values = {}, details: ErrorDetails = {}): CteError =>
    problem(code, values, details)
}
