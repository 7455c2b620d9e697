// Waits until every service has heard what the others have to say.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Urls } from './load.ts'

const PATIENCE_MS = 120_000

/**
 * Resolves when nothing is left to publish or to take in, seen twice. An import answers when its own service is done; the
 * others learn of it over the bus, a little later, and until then a preview would not yet know every assignment rule.
 */
export async function untilLevel(urls: Urls): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  for (let seen = 0; seen < 2; await sleep(100)) {
    const waiting = (await Promise.all(Object.values(urls).map(underWay))).flat()
    seen = waiting.length === 0 ? seen + 1 : 0
    if (Date.now() > end) throw new Error(`After two minutes there is still under way: ${waiting.join('; ')}`)
  }
}

/** What a service has yet to publish or to take in, from its own metrics. */
async function underWay(url: string): Promise<string[]> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return text.split('\n').filter(line => /^cte_(?:outbox_depth|consumer_lag)\{.*\} (?!0$)/.test(line))
}
