export type { Bus, Subscription } from '@cte-align/bus'
export * from './database.ts'
export {
  type ConsoleEnv,
  parseConsoleEnv,
  parseEnv,
  readConsoleEnv,
  readEnv,
  type ServiceEnv,
  type ServiceName,
} from './env.ts'
export * from './errors.ts'
export * from './fail-point.ts'
export * from './files/bounded.ts'
export * from './files/cells.ts'
export * from './files/csv.ts'
export * from './files/personal.ts'
export * from './files/send-table.ts'
export * from './files/sent-file.ts'
export * from './files/stream-csv.ts'
export * from './files/table.ts'
export * from './files/workbook.ts'
export * from './http/actor.ts'
export * from './http/admin-routes.ts'
export * from './http/etag.ts'
export type { Check } from './http/health.ts'
export * from './http/import-route.ts'
export * from './http/page.ts'
export * from './http/page-by-key.ts'
export * from './http/problem-details.ts'
export * from './http/service.ts'
export * from './import-report.ts'
export * from './inbox/consume-source.ts'
export { type DeadLetter, inboxModels } from './inbox/models.ts'
export { isTransient } from './inbox/transient.ts'
export * from './keep-doing.ts'
export * from './log.ts'
export * from './metrics.ts'
export * from './outbox.ts'
export * from './relay.ts'
export * from './run-service.ts'
export * from './serve-log.ts'
