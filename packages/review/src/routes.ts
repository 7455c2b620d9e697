import type { Agency } from '@cte-align/contracts'
import type { Service } from '@cte-align/service'
import { assessmentRoutes } from './assessment-routes.ts'
import { causeRoutes } from './cause-routes.ts'
import { flagRoutes } from './flag-routes.ts'
import type { Flags } from './flags.ts'
import type { ReviewModels } from './models/models.ts'
import type { MoveFlag } from './move-flag.ts'
import type { Releases } from './releases.ts'
import { transitionRoutes } from './transition-routes.ts'

export interface RouteOptions {
  models: ReviewModels
  agency: Agency
  flags: Flags
  releases: Releases
  moveFlag: MoveFlag
}

/** The review queue over HTTP. */
export function reviewRoutes(app: Service, options: RouteOptions): void {
  flagRoutes(app, options)
  causeRoutes(app, options)
  transitionRoutes(app, options)
  assessmentRoutes(app, options)
}
