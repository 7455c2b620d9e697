import { createClients } from '@cte-align/client'
import { fetchInTurn } from './fetch-in-turn.ts'

/** The three services, and the two queues of flags, through the gateway that also served this page. */
export const { standards, credentials, courseCodes, flags } = createClients({ baseUrl: '/api', fetch: fetchInTurn })
