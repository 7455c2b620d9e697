import type { Actor, Agency, Role } from '@cte-align/contracts'
import { z } from 'zod'
import { ImportReport } from '../import-report.ts'
import { ActorHeader, requireActor } from './actor.ts'
import { responses } from './problem-details.ts'
import type { Service } from './service.ts'

/** The query parameter of every import. */
export const DryRun = z
  .enum(['true', 'false'])
  .default('false')
  .transform(word => word === 'true')
  .meta({ description: 'Report what would happen; write nothing' })
const TEN_MEGABYTES = 10 * 1024 * 1024

export interface Importing {
  dryRun: boolean
  by: Actor
  correlationId: string
}

/** `POST /imports?dryRun=`: takes a catalogue file in, whole or not at all; the same file again changes nothing. */
export function importRoute(
  app: Service,
  {
    file,
    may,
    take,
  }: {
    file: z.ZodType
    may: { agencies: readonly Agency[]; roles: readonly Role[] }
    take: (body: unknown, options: Importing) => Promise<ImportReport>
  },
): void {
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
        querystring: z.strictObject({ dryRun: DryRun }),
        body: file,
        response: { 200: ImportReport, ...responses(401, 403, 409, 413, 415, 422, 503) },
      },
    },
    async request => {
      if (request.validationError && request.validationError.validationContext !== 'body') throw request.validationError
      const by = requireActor(request, may)
      return take(request.body, { dryRun: request.query.dryRun, by, correlationId: request.correlationId })
    },
  )
}
