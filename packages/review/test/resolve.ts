import { createFlags } from '../src/flags.ts'
import { createMoveFlag } from '../src/move-flag.ts'
import { createPositions } from '../src/positions.ts'
import { createReleases } from '../src/releases.ts'
import { createTellings } from '../src/tellings.ts'
import { quiet, type World } from './with-review.ts'

/** What moves flags, without HTTP. */
export function bulkParts({ db, outbox, models, kinds }: World) {
  const tell = createTellings(kinds)
  const now = () => new Date('2026-11-23T12:00:00.000Z')
  const flags = createFlags({ models, releases: createReleases(models), kinds, outbox, tell, now })
  return { db, outbox, models, positions: createPositions(models), flags, tell, now, log: quiet }
}

/** What POST /flags/{id}/transitions does, without HTTP. */
export const mover = (world: World) => createMoveFlag(bulkParts(world))

/** Resolves every flag that can be resolved now. */
export async function resolve(world: World): Promise<void> {
  const actor = { id: 'mlopez', agency: 'CTC', role: 'editor' } as const
  const step = { to: 'resolved', disposition: 'no-impact', reason: 'Looked at' } as const
  for (const { _id, state } of await world.flags())
    if (state === 'open') await mover(world)({ id: _id, actor, step, correlation: 'c', check() {} })
}
