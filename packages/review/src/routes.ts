import type { Agency } from '@cte-align/contracts'
import type { Service } from '@cte-align/service'
import { assessmentRoutes } from './assessment-routes.ts'
import { attestationRoutes } from './attestation-routes.ts'
import type { BulkActions } from './bulk-actions.ts'
import { bulkRoutes } from './bulk-routes.ts'
import { causeRoutes } from './cause-routes.ts'
import { decisionRoutes } from './decision-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { flagRoutes } from './flag-routes.ts'
import type { Flags } from './flags.ts'
import { groupRoutes } from './group-routes.ts'
import type { ReviewModels } from './models/models.ts'
import type { MoveFlag } from './move-flag.ts'
import type { Releases } from './releases.ts'
import type { SavedViews } from './saved-views.ts'
import { transitionRoutes } from './transition-routes.ts'
import type { UndoFlag } from './undo.ts'
import { viewRoutes } from './view-routes.ts'
import { vocabularyRoutes } from './vocabulary-routes.ts'

export interface RouteOptions {
  models: ReviewModels
  agency: Agency
  flags: Flags
  releases: Releases
  moveFlag: MoveFlag
  undoFlag: UndoFlag
  bulk: BulkActions
  views: SavedViews
  now: () => Date
  /** In California. */
  today: () => string
}

/** The review queue over HTTP. */
export function reviewRoutes(app: Service, options: RouteOptions): void {
  flagRoutes(app, options)
  groupRoutes(app, options)
  exportRoutes(app, options)
  causeRoutes(app, options)
  transitionRoutes(app, options)
  attestationRoutes(app, options)
  bulkRoutes(app, options)
  decisionRoutes(app, options)
  viewRoutes(app, options)
  vocabularyRoutes(app)
  assessmentRoutes(app, options)
}
