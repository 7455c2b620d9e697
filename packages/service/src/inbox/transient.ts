import mongoose from 'mongoose'

/** Server answers that say "not now": stepping down, shutting down, write conflict, lock or time limit. */
const SERVER_CODES = new Set([
  24, 50, 91, 112, 189, 246, 251, 262, 9001, 10107, 11600, 11602, 13388, 13435, 13436, 16500,
])
const CODES = new Set([
  'CTE_NO_RESPONDER',
  'CTE_REQUEST_TIMEOUT',
  'CTE_ANSWER_BROKEN',
  'CTE_BUS_UNAVAILABLE',
  'CTE_UNAVAILABLE',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
])
const LABELS = ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError']
const NAMES = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNotConnectedError',
  'MongoClientClosedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoExpiredSessionError',
  'MongoOperationTimeoutError',
  'MongoWaitQueueTimeoutError',
])

/** Whether trying the same again later may succeed: the database or the bus was away, not the data wrong. */
export function isTransient(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth++) {
    if (at instanceof mongoose.mongo.MongoError) {
      if (at instanceof mongoose.mongo.MongoNetworkError) return true
      if (LABELS.some(label => (at as mongoose.mongo.MongoError).hasErrorLabel(label))) return true
      if (SERVER_CODES.has(Number(at.code))) return true
    }
    if (NAMES.has(at.name)) return true
    const code = (at as Error & { code?: unknown }).code
    if (typeof code === 'string' && CODES.has(code)) return true
  }
  return false
}
