import type { Query } from '@cte-align/client'
import { courseCodes } from '../../../data/api.ts'
import { asFile } from '../file-types.ts'
import type { DistrictList } from './district-list.ts'

type Question = Query<'course-codes', '/district-list', 'post'>

/** The list with its question. A file is sent as it is: the service reads it. */
export const askAboutList = (list: DistrictList, query: Question, signal?: AbortSignal) =>
  courseCodes.POST('/district-list', {
    params: { query },
    ...(signal && { signal }),
    ...('file' in list
      ? { body: '', ...asFile(list.file, list.file.name) }
      : { body: list.codes.map(code => ({ code })) }),
  })

/** The answer as a file. */
export const fileOfList = (list: DistrictList, query: Question) =>
  courseCodes.POST('/district-list', {
    params: { query },
    parseAs: 'blob',
    ...('file' in list
      ? { body: '', ...asFile(list.file, list.file.name) }
      : { body: list.codes.map(code => ({ code })) }),
  })
