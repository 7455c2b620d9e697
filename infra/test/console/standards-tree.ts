// A framework of 100,000 items that nobody has: the answers of the API, made up where the browser asks for them.
import type { Page } from 'playwright-core'

export const SECTORS = 100
export const EACH = 1000

const id = (sector: number, item = 0) =>
  `00000000-0000-8000-8000-${String(sector).padStart(6, '0')}${String(item).padStart(6, '0')}`

const sectorRow = (sector: number) => ({
  ...common,
  id: id(sector),
  key: `S${sector}`,
  kind: 'sector',
  code: `S${sector}`,
  title: `Hypothetical sector ${sector}`,
  parent: null,
  children: EACH,
})
const itemRow = (sector: number, item: number) => ({
  ...common,
  id: id(sector, item),
  key: `S${sector}.${item}.0`,
  kind: 'standard',
  code: `${item}.0`,
  title: `Hypothetical standard ${item} of sector ${sector}`,
  parent: id(sector),
  children: 0,
})
const common = { framework: 'ca-mcs-2013', status: 'active', verified: true }

/** From now on the page's framework has 100 sectors of 1,000 standards each. */
export async function hundredThousandItems(page: Page): Promise<void> {
  await page.route('**/api/standards/frameworks/*/outline?*', route => {
    const parent = new URL(route.request().url()).searchParams.get('parent')
    const sector = parent === null ? 0 : Number(parent.slice(24, 30))
    const items =
      parent === null
        ? Array.from({ length: SECTORS }, (_, at) => sectorRow(at + 1))
        : Array.from({ length: EACH }, (_, at) => itemRow(sector, at + 1))
    const about = { framework: 'ca-mcs-2013', release: 'ca-mcs-2013@1', asOf: null, consumer: null }
    return route.fulfill({ json: { items, next: null, ...about, total: items.length } })
  })
}
