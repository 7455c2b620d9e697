import { type Browser, chromium } from 'playwright-core'

/** Quiet: no first steps, no updates, no traffic of its own; and no name but ours can be resolved. */
export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** Why there is no browser here, or false. */
export const noBrowser = (): string | false =>
  process.env.CTE_CHROMIUM
    ? false
    : process.env.CTE_NO_CHROMIUM || 'no Chromium was looked for: run it with npm test, or set CTE_CHROMIUM'

/** The Chromium that `npm test` has found. */
export function launchBrowser(more: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CTE_CHROMIUM!, args: [...FLAGS, ...more] })
}
