import { defineErrors } from '../errors.ts'

/** What may be wrong with a file as a whole. What is wrong with its rows is told row by row. */
export const problem = defineErrors({
  CTE_BAD_WORKBOOK: { status: 422, title: 'Bad workbook', message: 'The file was refused whole: {detail}' },
  CTE_NO_TABLE: {
    status: 422,
    title: 'No table',
    message:
      'No sheet has a row with the headings {columns} (each once, in the first 20 rows). {nearest}. Sheets: {sheets}',
  },
})
