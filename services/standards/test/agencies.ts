import type { Bus } from '@cte-align/bus'
import { type Dependent, type Link, PreviewRequest, rpc } from '@cte-align/contracts'
import { planImpact } from '@cte-align/impact'

/** Dependents that hang on the items of these keys, in one framework. */
export type Hanging = Record<string, Dependent[]>
export const authorization = (key: string): Dependent => ({ kind: 'authorization', key, title: key, level: null })
export const courseCode = (key: string): Dependent => ({ kind: 'course-code', key, title: key, level: 'capstone' })

/** Two agencies that plan with what hangs where at the moment of asking: change it, and the impact changes. */
export async function speakingAgencies(bus: Bus, hanging: { ctc: Hanging; calpads: Hanging }): Promise<void> {
  for (const [service, agency] of [
    ['credentials', 'ctc'],
    ['course-codes', 'calpads'],
  ] as const)
    await bus.serve(rpc.preview(service), async function* (data) {
      const { reached } = PreviewRequest.parse(data)
      const links: Link[] = []
      for (const { item } of reached.flatMap(({ reach }) => reach))
        for (const dependent of hanging[agency][item.key] ?? [])
          links.push({
            id: `${item.key} ${dependent.key}`,
            dependent,
            framework: item.framework,
            item,
            any: null,
            lineage: [],
            release: 1,
            verified: true,
            basis: 'made up for a test',
          })
      const distinct = [...new Map(links.map(link => [link.id, link])).values()]
      const impacts = planImpact(reached, distinct, [])
      for (let at = 0; at < impacts.length; at += 100) yield { piece: 'impacts', impacts: impacts.slice(at, at + 100) }
      yield { piece: 'summary', positions: {}, manualReview: [], links: { mcs: distinct.length } }
    })
}
