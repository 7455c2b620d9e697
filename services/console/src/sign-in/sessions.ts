import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Person, SignIn } from './sign-in.ts'

const COOKIE = 'cte_session'
const LASTS_MS = 8 * 60 * 60 * 1000
/** Written anew at most so often, not with every answer. */
const SLIDES_EVERY_MS = 60_000

const Carried = z.strictObject({ subject: z.string(), until: z.int() })

export type Standing =
  | { is: 'open'; subject: string; person: Person; until: Date }
  | { is: 'expired'; until: Date }
  | { is: 'none' }

/**
 * Sessions live in a signed cookie alone: any instance of the gateway that has the same secret knows them, and none remembers them. A session
 * lasts eight hours from the last request that slid it. The cookie itself stays until the browser is closed, so that "expired" can be told from "never".
 */
export function createSessions({ signIn, now, secure }: { signIn: SignIn; now: () => Date; secure: boolean }) {
  const attributes = { path: '/api', httpOnly: true, sameSite: 'strict', secure } as const

  function write(reply: FastifyReply, subject: string): Date {
    const until = new Date(now().getTime() + LASTS_MS)
    const carried = Buffer.from(JSON.stringify({ subject, until: until.getTime() })).toString('base64url')
    reply.setCookie(COOKIE, carried, { ...attributes, signed: true })
    return until
  }

  return {
    begin: write,
    end: (reply: FastifyReply) => void reply.clearCookie(COOKIE, attributes),
    /** A cookie that was not signed here, or names nobody, is as good as none. */
    read(request: FastifyRequest): Standing {
      const carried = readCookie(request)
      if (carried === undefined) return { is: 'none' }
      const until = new Date(carried.until)
      if (until <= now()) return { is: 'expired', until }
      const person = signIn.whoIs(carried.subject)
      return person === null ? { is: 'none' } : { is: 'open', subject: carried.subject, person, until }
    },
    slide(reply: FastifyReply, standing: Standing): void {
      if (standing.is !== 'open') return
      const begun = standing.until.getTime() - LASTS_MS
      if (now().getTime() - begun >= SLIDES_EVERY_MS) write(reply, standing.subject)
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>

function readCookie(request: FastifyRequest): z.infer<typeof Carried> | undefined {
  const cookie = request.cookies[COOKIE]
  if (cookie === undefined) return undefined
  const { valid, value } = request.unsignCookie(cookie)
  if (!valid || value === null) return undefined
  return Carried.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')))
}
