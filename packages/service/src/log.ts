import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

/** JSON lines on standard output, with the service's name; nothing that could sign or open anything is written. */
export function createLog(options: { name: string; level?: string }, destination?: DestinationStream): Log {
  return pino(
    {
      level: options.level ?? 'info',
      base: { service: options.name },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['req.headers.authorization', 'req.headers.cookie', '*.secret', '*.token', '*.password'],
    },
    ...(destination === undefined ? [] : ([destination] as const)),
  )
}
