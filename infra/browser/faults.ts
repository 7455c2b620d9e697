import type { BrowserContext } from 'playwright-core'

/** An agency that has not heard of a release yet: an answer, over which a page waits. */
const NOT_HEARD_YET = /status of 404 .*\/releases\/[^/]+\/assessment\)$/

/**
 * Notes what goes wrong in any page of the context: errors on its console, exceptions, violations of the Content-Security-Policy,
 * and requests to anywhere but this machine. Returns what to ask for those that were not expected.
 */
export async function watchFaults(context: BrowserContext): Promise<(expected: RegExp[]) => string[]> {
  const faults: string[] = []
  context.on('console', message => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', error => faults.push(`exception: ${error.error().stack ?? error.error().message}`))
  context.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1') faults.push(`request to ${request.url()}`)
  })
  await context.exposeBinding('__cteViolation', (_, what: string) => {
    faults.push(`policy: ${what}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      const report = Reflect.get(window, '__cteViolation') as (what: string) => void
      report(`${event.effectiveDirective} forbids ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`)
    })
  })
  return expected => faults.filter(fault => ![NOT_HEARD_YET, ...expected].some(pattern => pattern.test(fault)))
}
