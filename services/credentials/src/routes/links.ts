import { editLinkRoutes } from '@cte-align/review'
import type { Service } from '@cte-align/service'
import type { AuthorizationStore } from '../authorizations.ts'
import { CTC_EDITORS } from './actors.ts'
import { AuthorizationParams, keyIn } from './authorizations.ts'

export const linkRoutes = (app: Service, authorizations: AuthorizationStore): void =>
  editLinkRoutes(app, {
    path: '/authorizations/:document/:authorization/:subject',
    params: AuthorizationParams,
    what: 'an authorization',
    may: CTC_EDITORS,
    add: async (params, link, act) => authorizations.addLink(await authorizations.find(keyIn(params)), link, act),
    remove: authorizations.removeLink,
  })
