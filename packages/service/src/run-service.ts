import type { ServiceEnv } from './env.ts'
import type { Service } from './http/service.ts'

/** Listens, and closes in good order when the process is asked to end; a second signal ends it at once. */
export async function runService(app: Service, env: Pick<ServiceEnv, 'HOST' | 'PORT'>): Promise<void> {
  let closing = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (closing) process.exit(1)
      closing = true
      app.log.info({ signal }, 'Closing')
      app.close().then(
        () => process.exit(0),
        error => {
          app.log.error({ err: error }, 'Closing failed')
          process.exit(1)
        },
      )
    })
  await app.listen({ host: env.HOST, port: env.PORT })
}
