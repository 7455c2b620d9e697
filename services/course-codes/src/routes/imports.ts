import { ActorHeader, ImportReport, requireActor, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { type ImportDeps, importCatalogue } from '../import-catalogue.ts'
import { CourseCodesFile } from '../import-file.ts'
import { COURSE_CODE_EDITORS } from './actors.ts'

const TEN_MEGABYTES = 10 * 1024 * 1024

export function importRoutes(app: Service, deps: ImportDeps): void {
  app.post(
    '/imports',
    {
      bodyLimit: TEN_MEGABYTES,
      // The import reads the body itself: it refuses with every fault at once, by row and field.
      attachValidation: true,
      schema: {
        operationId: 'importCatalogue',
        tags: ['imports'],
        summary: 'Take a catalogue file in, whole or not at all; the same file again changes nothing',
        headers: ActorHeader,
        querystring: z.strictObject({ dryRun: z.stringbool().default(false) }),
        body: CourseCodesFile,
        response: { 200: ImportReport, ...responses(401, 403, 409, 413, 415, 422, 503) },
      },
    },
    async request => {
      if (request.validationError && request.validationError.validationContext !== 'body') throw request.validationError
      requireActor(request, COURSE_CODE_EDITORS)
      const { dryRun } = request.query
      return importCatalogue(deps, request.body, { dryRun, correlationId: request.correlationId })
    },
  )
}
