import { setTimeout as delay } from 'node:timers/promises'

export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await delay(20)) if (await holds()) return
  throw new Error('It did not come to pass in ten seconds')
}
