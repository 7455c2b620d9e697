import { ApiProblem } from '@cte-align/client'

/** Whatever was thrown, as a problem that can be shown. A fault of the page's own has a code of its own. */
export const problemFrom = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : new ApiProblem(
        {
          status: 0,
          code: 'CTE_CONSOLE_FAULT',
          title: 'The page failed',
          detail: error instanceof Error ? error.message : String(error),
          errors: [],
          requestId: null,
          correlationId: null,
          retryAfter: null,
        },
        { cause: error },
      )
