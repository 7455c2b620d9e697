import createClient, { type Client, type Middleware } from 'openapi-fetch'
import type { ServiceName, Services } from './answers.ts'
import type { FlagRooms } from './flag-rooms.ts'
import { problemOf, unreachable, unreadable } from './problem.ts'

export interface Clients {
  standards: Client<Services['standards']>
  credentials: Client<Services['credentials']>
  courseCodes: Client<Services['course-codes']>
  /** The rooms that both flagging services have, so that one page serves either queue. */
  flags: { ctc: Client<FlagRooms>; calpads: Client<FlagRooms> }
}

export interface ClientsOptions {
  /** Where the services' names follow: `/api` on the console's own origin, `http://127.0.0.1:4300/api` from elsewhere. */
  baseUrl: string
  fetch?: (request: Request) => Promise<Response>
}

/** One client for each service, and one for each queue of flags. What they return goes through `answerOf`. */
export function createClients({ baseUrl, fetch }: ClientsOptions): Clients {
  const of = <Paths extends object>(service: ServiceName) => {
    const client = createClient<Paths>({ baseUrl: `${baseUrl}/${service}`, ...(fetch && { fetch }) })
    client.use(refuseForeign)
    return client
  }
  return {
    standards: of<Services['standards']>('standards'),
    credentials: of<Services['credentials']>('credentials'),
    courseCodes: of<Services['course-codes']>('course-codes'),
    flags: { ctc: of<FlagRooms>('credentials'), calpads: of<FlagRooms>('course-codes') },
  }
}

/** Who asks for JSON and gets a page is told so, and not that a page is bad JSON. */
const refuseForeign: Middleware = {
  onResponse: ({ response, options }) => {
    const type = response.headers.get('content-type')
    if (response.ok && options.parseAs === 'json' && type !== null && !/\bjson\b/.test(type)) throw unreadable(response)
  },
}

/** A query without what is undefined: `given({ state, q })`. */
export function given<Q extends object>(query: Q): { [K in keyof Q]?: Exclude<Q[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never
}

export interface Answered<D> {
  data: D
  /** For If-Match. */
  etag: string | null
  correlationId: string | null
  /** Of what was made. */
  location: string | null
}

/** A call's answer, or an ApiProblem thrown, whatever went wrong; only an aborted call throws what it was aborted with. */
export async function answerOf<D>(
  call: Promise<{ data?: D; error?: unknown; response: Response }>,
): Promise<Answered<D>> {
  const { data, error, response } = await call.catch(reason => {
    // As the standard has it of a network that fails, before the answer or in the middle of it.
    if (reason instanceof TypeError) throw unreachable(reason)
    // Half a text: openapi-fetch throws the parser's error and lets go of the response.
    throw reason instanceof SyntaxError ? unreadable(null, reason) : reason
  })
  if (!response.ok) throw problemOf(response, error)
  const { headers } = response
  return {
    data: data as D,
    etag: headers.get('etag'),
    correlationId: headers.get('x-correlation-id'),
    location: headers.get('location'),
  }
}
