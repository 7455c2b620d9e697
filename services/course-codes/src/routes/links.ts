import { editLinkRoutes } from '@cte-align/review'
import type { Service } from '@cte-align/service'
import { z } from 'zod'
import type { CourseCodeStore } from '../course-codes.ts'
import { CourseCode } from '../import-file.ts'
import { COURSE_CODE_EDITORS } from './actors.ts'

export const linkRoutes = (app: Service, courseCodes: CourseCodeStore): void =>
  editLinkRoutes(app, {
    path: '/course-codes/:code',
    params: z.strictObject({ code: CourseCode }),
    what: 'a course code',
    may: COURSE_CODE_EDITORS,
    add: async ({ code }, link, act) => courseCodes.addLink(await courseCodes.find(code), link, act),
    remove: courseCodes.removeLink,
  })
