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
  CTE_LOOKS_LIKE_PERSONS: {
    status: 422,
    title: 'Looks like persons',
    message:
      'The file was refused whole and nothing of it is kept: {where} looks like a person. Only codes and counts are taken',
  },
})
