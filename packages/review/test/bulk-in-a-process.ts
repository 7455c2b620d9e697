import { openDatabase } from '@cte-align/service'
import { createBulkActions } from '../src/bulk-actions.ts'
import { bulkParts } from './resolve.ts'
import { reviewOn } from './with-review.ts'

// A program for bulk.test.ts: resolves all flags as they were born, and may be killed at it.
const db = await openDatabase(process.env.MONGODB_URI!, process.argv[2]!)
const world = await reviewOn(db)
const actor = { id: 'mlopez', agency: 'CTC', role: 'editor' } as const
const step = { to: 'resolved', disposition: 'drop', reason: 'Gone' } as const
const rows = (await world.flags()).map(flag => ({ id: flag._id, version: 1, seen: flag.impactFingerprint }))
const id = '00000000-0000-8000-8000-00000000000b'
const order = { id, kind: 'bulk', actor, step, reason: 'Gone', of: 'all', rows, correlation: 'c' } as const
await createBulkActions(bulkParts(world)).apply(order)
await db.close()
