import type { Page } from 'playwright-core'

interface Answer {
  detail?: string
  signIn?: { personas?: { key: string }[] }
}

/** Signs in without the form, as the console's own pages do. The page that is open, if any, is not reloaded. */
export async function signIn(page: Page, persona: string): Promise<void> {
  const origin = await originOf(page)
  const headers = { origin, 'sec-fetch-site': 'same-origin' }
  const answer = await page.request.post('/api/console/session', { data: { persona }, headers })
  if (answer.ok()) return
  const refusal: Answer = await answer.json().catch(() => ({}))
  const known: Answer = await (await page.request.get('/api/console/session')).json()
  const keys = known.signIn?.personas?.map(({ key }) => key).join(', ')
  throw new Error(`Nobody could sign in as ${persona}: ${answer.status()} ${refusal.detail ?? ''} (there are ${keys})`)
}

/** A request to the context's base address tells where that is. */
const originOf = async (page: Page): Promise<string> => new URL((await page.request.head('/')).url()).origin
