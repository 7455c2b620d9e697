import { type BuildServiceOptions, buildService, createLog } from '@cte-align/service'
import type { Test } from 'tap'
import type { World } from './with-review.ts'

/** The routes of a world's review, without a port. */
export async function withRoutes(t: Test, { review, db }: World) {
  const app = await buildService({
    env: { LOG_LEVEL: 'silent' },
    name: 'credentials',
    title: 'Review',
    description: 'For a test',
    version: '0.0.0',
    bus: { connected: () => true, close: async () => {} } as unknown as BuildServiceOptions['bus'],
    db: { ...db, close: async () => {} },
    logger: createLog({ name: 'test', level: 'silent' }),
  })
  review.routes(app)
  await app.ready()
  t.teardown(() => app.close())
  return app
}
