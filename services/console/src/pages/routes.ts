import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Service } from '@cte-align/service'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problem } from '../errors.ts'
import { linksOf } from './links.ts'
import { notBuilt } from './not-built.ts'

/** Vite puts there what has a hash in its name: the same name never means something else. */
const HASHED = /^\/assets\//
const YEAR = 'public, max-age=31536000, immutable'

/**
 * The web application: its files, and for every other address that a browser asks for as a page `index.html`, whose router takes it from there.
 * Files that were compressed when they were built are sent so.
 */
export async function pageRoutes(app: Service, { distFolder }: { distFolder: string }): Promise<void> {
  const plain = app as unknown as FastifyInstance
  await plain.register(fastifyStatic, {
    root: distFolder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    suppressWarning: true,
  })
  plain.get('/*', { schema: { hide: true } } as object, async (request, reply) => {
    const path = request.url.split('?', 1)[0]!
    if (/^\/api(?:\/|$)/.test(path)) throw problem('CTE_NO_SUCH_ROUTE', { path })
    if (await isFile(distFolder, path)) return sendFile(reply, path)
    if (HASHED.test(path) || !wantsPage(request)) throw problem('CTE_NO_SUCH_ROUTE', { path })
    if (await isFile(distFolder, '/index.html'))
      return sendFile(reply.header('link', await linksOf(path, distFolder)), '/index.html')
    return notBuilt(reply)
  })
}

const sendFile = (reply: FastifyReply, path: string) =>
  reply.header('cache-control', HASHED.test(path) ? YEAR : 'no-cache').sendFile(path.slice(1))

/** Names of files are plain: anything encoded, hidden or climbing is none. */
async function isFile(folder: string, path: string): Promise<boolean> {
  if (!/^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(path)) return false
  const found = await stat(join(folder, path)).catch(() => undefined)
  return found?.isFile() ?? false
}

const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false
