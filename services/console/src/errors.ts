import { defineErrors } from '@cte-align/service'

/** What the console says besides what every service may say. */
export const problem = defineErrors({
  CTE_NOT_SIGNED_IN: {
    status: 401,
    title: 'Not signed in',
    message: 'Reading is open to all; to change something, sign in first (POST /api/console/session)',
  },
  CTE_SESSION_EXPIRED: {
    status: 401,
    title: 'Session expired',
    message: 'The session ended at {until}. Sign in again and repeat; nothing was changed',
  },
  CTE_OTHER_ORIGIN: {
    status: 403,
    title: 'Other origin',
    message: 'A change must come from a page of this console; this one came from {origin}',
  },
  CTE_NO_SUCH_PERSONA: {
    status: 422,
    title: 'No such persona',
    message: 'There is no persona {persona}; there are {known}',
  },
  CTE_NO_SIGN_IN: {
    status: 422,
    title: 'No sign-in',
    message:
      'Nobody can sign in to this console: it was started without a way to. CTE_SIGN_IN=personas gives one for development',
  },
  CTE_BAD_PATH: { status: 400, title: 'Bad path', message: 'No service has such an address: {path}' },
  CTE_SERVICE_SILENT: {
    status: 504,
    title: 'Service silent',
    message: '{what} did not answer within {seconds} seconds. It may still be at work: look before you repeat a change',
  },
  CTE_TOO_MANY_REQUESTS: {
    status: 429,
    title: 'Too many requests',
    message: 'More than {most} requests in a minute; try again in {seconds} seconds',
  },
  CTE_TOO_MANY_STREAMS: {
    status: 429,
    title: 'Too many streams',
    message: '{most} event streams are open already; close one first',
  },
  CTE_CONSOLE_NOT_BUILT: {
    status: 503,
    title: 'Console not built',
    message: 'The pages of the console are not built. {command} builds them; the API answers all the same',
  },
})
