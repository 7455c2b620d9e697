import type { Test } from 'tap'
import { changed, link, ref } from './builders.ts'
import { reviewOn, withDatabase } from './with-review.ts'
import { withRoutes } from './with-routes.ts'

export const editor = 'id=mlopez; agency=CTC; role=editor'

export interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: object | string | Buffer
  actor?: string
  version?: number
  type?: string
}

/**
 * Five authorizations under two sectors. Release 2 retires ICT.B (breaking) and rewords EEU (review; one authorization hangs on
 * both), and says what ICT is called (notice).
 */
export async function queueWorld(t: Test) {
  const db = await withDatabase(t)
  if (db === null) return null
  const world = await reviewOn(db)
  const below = (key: string) => link(key, 'ICT.B', ['ICT'])
  await world.links({ added: [below('CTE/R4T/ICT'), below('CTE/R4T/BOTH'), below('AETC/R4FA/ICT')] })
  await world.links({ added: [link('CTE/R4T/EEU', 'EEU'), link('CTE/R4T/BOTH', 'EEU'), link('TC1/_/ITEC', 'ICT')] })
  await world.hear(world.standards.publish(1, []))
  await world.hear(
    world.standards.publish(2, [
      changed('retired', 'ICT.B', { across: ref('EEU'), before: { title: 'Software (hypothetical)' } }),
      changed('substantive', 'EEU', { aspect: 'wording', before: { text: 'old' }, after: { text: 'new' } }),
      changed('label', 'ICT', { aspect: 'title' }),
    ]),
  )
  const app = await withRoutes(t, world)
  async function ask(url: string, { method = 'GET', body, actor = editor, version, type }: Asked = {}) {
    const answer = await app.inject({
      method,
      url,
      headers: {
        'x-cte-actor': actor,
        ...(version !== undefined && { 'if-match': `"v${version}"` }),
        ...(type !== undefined && { 'content-type': type }),
      },
      ...(body !== undefined && { payload: body }),
    })
    return answer
  }
  const post = async (url: string, body: object, rest: Asked = {}) =>
    (await ask(url, { method: 'POST', body, ...rest })).json()
  const get = async (url: string, rest: Asked = {}) => (await ask(url, rest)).json()
  const flagOf = async (key: string, release = 2) =>
    (await world.flags()).find(flag => flag.dependent.key === key && flag.release.number === release)!
  /** The flags made again from the logs are the ones that are there. */
  const sameWhenRebuilt = async (t: Test) => {
    const digest = await world.review.flagsDigest()
    t.equal((await world.rebuild()).digest, digest, 'a rebuild gives the same flags')
  }
  return { world, app, ask, post, get, flagOf, sameWhenRebuilt }
}
export type QueueWorld = NonNullable<Awaited<ReturnType<typeof queueWorld>>>
