import { openDatabase } from '@cte-align/service'
import { reviewOn } from './with-review.ts'

// A program for killed.test.ts: one instance that starts, finds work, and may be killed at it.
const db = await openDatabase(process.env.MONGODB_URI!, process.argv[2]!)
const { review } = await reviewOn(db)
await review.assessPending()
await db.close()
