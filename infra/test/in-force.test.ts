import t from 'tap'
import { startLoadedSystem } from './loaded-system.ts'

t.setTimeout(300_000)
const { services } = await startLoadedSystem(t, 'dates')
const { standards } = services

interface Answer {
  framework: string
  answer: string
  release: string | null
  uncertain: string[]
  items: { key: string; standing: string; printedName: string | null; plannedMonth: string | null }[]
}
interface InForce {
  frameworks: Answer[]
  phases: { id: string; standing: string; vote: string; items: unknown[] }[]
}
const inForce = (query: string) => standards.get<InForce>(`/in-force?${query}`)

t.test('what CALPADS sees on 7 October 2026 is unknown: no source gives a school year', async t => {
  const { frameworks } = await inForce('asOf=2026-10-07&consumer=calpads')
  t.strictSame(
    frameworks.map(({ framework, answer, release, uncertain }) => [framework, answer, release, uncertain]),
    [
      ['ca-cte-clusters', 'unknown', null, ['ca-cte-clusters@1']],
      ['ca-mcs-2013', 'unknown', null, ['ca-mcs-2013@1']],
    ],
  )
})

t.test(
  'for the Board the fifteen sectors are in force beside fourteen clusters that are planned or unknown',
  async t => {
    const { frameworks, phases } = await inForce('asOf=2026-10-07&consumer=sbe')
    const [clusters, sectors] = frameworks
    t.match(sectors, { framework: 'ca-mcs-2013', answer: 'release', release: 'ca-mcs-2013@1', since: '2013-01-16' })
    t.strictSame(new Set(sectors!.items.map(({ standing }) => standing)), new Set(['in-force']))
    t.equal(sectors!.items.length, 15)
    const by = (month: string) => clusters!.items.filter(({ plannedMonth }) => plannedMonth === month)
    const standings = (month: string) => by(month).map(({ standing }) => standing)
    t.strictSame(standings('2025-11'), Array(3).fill('unknown'), 'the month is over and no vote was found')
    t.strictSame(standings('2026-11'), Array(6).fill('planned'))
    t.strictSame(standings('2027-11'), Array(5).fill('planned'))
    t.equal(clusters!.items.length, 14)
    t.match(
      clusters!.items.find(({ key }) => key === 'public-service-safety'),
      { printedName: 'Public Safety and Services' },
    )
    t.strictSame(
      phases.map(({ id, standing, vote, items }) => [id, standing, vote, items.length]),
      [
        ['mcs-update-1', 'unknown', 'unknown', 3],
        ['mcs-update-2', 'planned', 'unknown', 6],
        ['mcs-update-3', 'planned', 'unknown', 6],
      ],
    )
  },
)
