// How long the console's pages take to open with a large framework and many links behind them, beside the same pages on the starter
// data, in the same run: `npm run bench -- console [--items N] [--links N] [--runs N]`.
import { parseArgs } from 'node:util'
import { MongoClient } from 'mongodb'
import type { Browser } from 'playwright-core'
import { paths } from '../../services/console/web/src/paths.ts'
import { timeOpening } from '../browser/interactive.ts'
import { launchBrowser } from '../browser/launch.ts'
import { startLoadedConsole } from '../browser/loaded-console.ts'
import { table } from '../browser/table.ts'
import { connect, propose } from '../seed/changes.ts'
import { SYNTHETIC, writeSynthetic } from './synthetic.ts'

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    links: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '5' },
  },
})
const [items, links, runs] = [Number(values.items), Number(values.links), Number(values.runs)]

interface Place {
  name: string
  as?: string
  path: string
}
interface Row {
  /** The very first opening, before anything is kept anywhere. */
  first: number
  interactive: number
  longestTask: number
}

const { url, urls, story, system } = await startLoadedConsole()
const browser = await launchBrowser()
try {
  const small = await measureAll(browser, placesOf(story.framework, story.proposal))
  const draft = await growLarge()
  const large = await measureAll(browser, placesOf(SYNTHETIC, draft))
  const columns = [
    'page',
    'starter data ms',
    `${links} links, first ms`,
    'then ms',
    'ratio',
    'longest task ms',
    'then ms',
  ]
  const rows = [...small].map(([name, before]) => {
    const after = large.get(name)!
    const ratio = Number((after.interactive / before.interactive).toFixed(2))
    return [name, before.interactive, after.first, after.interactive, ratio, before.longestTask, after.longestTask]
  })
  console.log(
    `\n${items} items, ${links} links; medians of ${runs} openings with nothing cached; Node ${process.version}\n`,
  )
  console.log(table(columns, rows))
} finally {
  await browser.close()
  await system.close()
}

function placesOf(framework: string, proposal: string): Place[] {
  return [
    { name: 'tree', path: paths.framework(framework) },
    { name: "CTC's queue", as: 'ctc-analyst', path: paths.queue('ctc') },
    { name: "CALPADS's queue", as: 'calpads-editor', path: paths.queue('calpads') },
    { name: 'impact, graph', as: 'cde-editor', path: paths.impact({ proposal }, { view: 'graph' }) },
    { name: 'impact, table', as: 'cde-editor', path: paths.impact({ proposal }, { view: 'table' }) },
  ]
}

async function measureAll(browser: Browser, places: Place[]): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>()
  for (const { name, as, path } of places) {
    const openings = []
    for (let run = 0; run < runs; run++) openings.push(await timeOpening(browser, url + path, { as }))
    const row = {
      first: Math.round(openings[0]!.interactive),
      interactive: median(openings.map(({ interactive }) => interactive)),
      longestTask: median(openings.map(({ longestTask }) => longestTask)),
    }
    rows.set(name, row)
    console.log(`${name} (${path}): ${row.first} ms at first, ${row.interactive} ms`)
  }
  return rows
}

/** The large framework beside the others, and a draft on it that reaches a sixtieth of the links. */
async function growLarge(): Promise<string> {
  const { standards, credentials, courseCodes } = system
  const databases = {
    standards: standards.database,
    credentials: credentials.database,
    courseCodes: courseCodes.database,
  }
  console.log(`writing ${items} items and ${links} links`)
  const mongo = await new MongoClient(system.mongodb).connect()
  try {
    await writeSynthetic(mongo, databases, { items, links })
  } finally {
    await mongo.close()
  }
  return propose(connect(urls, 'bench'), {
    framework: SYNTHETIC,
    title: 'A pathway retires (hypothetical)',
    operations: [{ op: 'retire', item: 'S3.P1', successors: 'none' }],
  })
}

function median(numbers: number[]): number {
  return Math.round(numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!)
}
