import { createClients } from '@cte-align/client'

/** The three services, through the gateway that also served this page. */
export const { standards, credentials, courseCodes } = createClients({ baseUrl: '/api' })
