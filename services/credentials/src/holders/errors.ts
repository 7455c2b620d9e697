import { defineErrors } from '@cte-align/service'

export const problem = defineErrors({
  CTE_PERSONAL_DATA: {
    status: 422,
    title: 'Personal data',
    message: 'Refused whole, and nothing of it is kept: {place} {what}. Holders are checked without naming anybody',
  },
  CTE_STRICT_NEEDS_JSON: {
    status: 422,
    title: 'Strict needs JSON',
    message: 'strict goes with format=json: with csv, lines are sent before the file is known whole',
  },
  CTE_HOLDERS_BUSY: {
    status: 503,
    title: 'Busy with other files',
    message: 'Already {most} files of holders are being checked; send this one again in a minute',
  },
  CTE_HOLDERS_BROKEN_OFF: {
    status: 400,
    title: 'Broken off',
    message: 'The file broke off before its end; nothing of it is kept. Send it again',
  },
  CTE_HOLDERS_TOO_LARGE: {
    status: 413,
    title: 'Too large',
    message: 'The file is larger than {limit} bytes; send it in parts',
  },
})
