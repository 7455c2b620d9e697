// `npm run lighthouse [-- --pages home,queue] [--forms desktop] [--runs 3]`: the main pages under Lighthouse, on a system with the starter
// data and a small story. Each page's run in the middle counts. Ends with 1 when a score of it is below 95.
import { parseArgs } from 'node:util'
import { cookieOf } from './cookie-of.ts'
import { startLoadedConsole } from './loaded-console.ts'
import { CATEGORIES, FORMS, type Form, type Measured, measurePage } from './measure-page.ts'
import { MAIN_PAGES, type MainPage } from './pages.ts'
import { table } from './table.ts'

const LEAST = 95
const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    forms: { type: 'string', default: FORMS.join(',') },
    runs: { type: 'string', default: '3' },
  },
})
const runs = Number(values.runs)
if (!(runs >= 1)) throw new Error(`--runs ${values.runs}: how often each page is measured, 1 or more`)
const pages = chosen(MAIN_PAGES, values.pages?.split(','), ({ name }) => name)
const forms = chosen([...FORMS], values.forms.split(','), form => form)

const { url, story, system } = await startLoadedConsole()
const rows: { page: MainPage; form: Form; measured: Measured; all: number[] }[] = []
try {
  for (const page of pages)
    for (const form of forms) {
      const cookie = page.as === undefined ? undefined : await cookieOf(url, page.as)
      const measurements: Measured[] = []
      for (let run = 0; run < runs; run++)
        measurements.push(await measurePage(url + page.path(story), { form, cookie }))
      measurements.sort((a, b) => a.scores.performance - b.scores.performance)
      const measured = measurements[Math.floor(runs / 2)]!
      rows.push({ page, form, measured, all: measurements.map(({ scores }) => scores.performance) })
      const scores = CATEGORIES.map(category => `${category} ${measured.scores[category]}`).join(', ')
      console.log(`${page.name}, ${form}: ${scores}`)
      if (CATEGORIES.some(category => measured.scores[category] < LEAST))
        for (const what of measured.lost.slice(0, 6)) console.log(`    ${what}`)
    }
} finally {
  await system.close()
}
const columns = ['page', 'form', ...CATEGORIES, 'interactive ms', 'largest paint ms', 'performance in all runs']
const cells = rows.map(({ page, form, measured: { scores, interactive, largestPaint }, all }) => [
  ...[page.name, form],
  ...CATEGORIES.map(category => scores[category]),
  ...[interactive, largestPaint, all.join(' ')],
])
console.log(`\n${table(columns, cells)}\n`)
const below = rows.filter(({ measured }) => CATEGORIES.some(category => measured.scores[category] < LEAST))
console.log(
  below.length === 0
    ? `All ${rows.length} have ${LEAST} or more in each.`
    : `Below ${LEAST}: ${below.map(({ page, form }) => `${page.name} (${form})`).join(', ')}`,
)
process.exitCode = below.length === 0 ? 0 : 1

function chosen<T>(all: T[], names: string[] | undefined, nameOf: (each: T) => string): T[] {
  const strange = names?.find(name => !all.some(each => nameOf(each) === name))
  if (strange !== undefined) throw new Error(`No ${strange}; there are ${all.map(nameOf).join(', ')}`)
  return all.filter(each => !names || names.includes(nameOf(each)))
}
