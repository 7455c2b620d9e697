import type { IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { isPrivate } from './service-path.ts'

interface OpenApi {
  servers?: unknown
  paths: Record<string, unknown>
  components?: { securitySchemes?: Record<string, unknown> }
}

/** The service's OpenAPI document as it holds here: its address, how one acts, and what is public. */
export async function documentHere(answer: IncomingMessage, prefix: string): Promise<OpenApi> {
  const document = (await json(answer)) as OpenApi
  return {
    ...document,
    servers: [{ url: prefix, description: 'Through the console' }],
    paths: Object.fromEntries(Object.entries(document.paths).filter(([path]) => !isPrivate(path))),
    components: {
      ...document.components,
      securitySchemes: {
        actor: { type: 'apiKey', in: 'cookie', name: 'cte_session', description: 'Signed in to the console' },
      },
    },
  }
}
