import type { FastifyReply } from 'fastify'
import { problem } from '../errors.ts'

export const BUILD_COMMAND = 'npm run pnpm -- --filter @cte-align/console build'

/** A page that says what to do, for a person who opened the console before it was built. */
export function notBuilt(reply: FastifyReply) {
  const { status, title, message } = problem('CTE_CONSOLE_NOT_BUILT', { command: BUILD_COMMAND })
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('retry-after', '10')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${message}.</p></html>\n`,
    )
}
