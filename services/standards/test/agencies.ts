import type { Bus } from '@cte-align/bus'
import { type Dependent, type ItemList, type Link, PreviewRequest, rpc } from '@cte-align/contracts'
import { planImpact } from '@cte-align/impact'

/** Dependents that hang on the items of these keys, in one framework. */
export type Hanging = Record<string, Dependent[]>
export const authorization = (key: string): Dependent => ({ kind: 'authorization', key, title: key, level: null })
export const courseCode = (key: string): Dependent => ({ kind: 'course-code', key, title: key, level: 'capstone' })

/** A section of law that speaks of a list of the framework. */
export const law = (key: string, any: ItemList): Pick<Link, 'dependent' | 'any'> => ({
  dependent: { kind: 'legal-reference', key, title: `What ${key} is about`, level: null },
  any,
})
export type Hangs = { ctc: Hanging; calpads: Hanging; law?: Pick<Link, 'dependent' | 'any'>[] }

/**
 * Two agencies that plan with what hangs where at the moment of asking: change it, and the impact changes. `moment` notes for how
 * many changes they were asked, and says what they have told themselves.
 */
export async function speakingAgencies(
  bus: Bus,
  hanging: Hangs,
  moment: { told?: number; asked?: number[] } = {},
): Promise<void> {
  for (const [service, agency] of [
    ['credentials', 'ctc'],
    ['course-codes', 'calpads'],
  ] as const)
    await bus.serve(rpc.preview(service), async function* (data) {
      const { reached, release } = PreviewRequest.parse(data)
      moment.asked?.push(reached.length)
      const made = { lineage: [], release: 1, verified: true, basis: 'made up for a test' }
      const links: Link[] = (agency === 'ctc' ? (hanging.law ?? []) : []).map(each => ({
        ...{ ...made, ...each, id: each.dependent.key, framework: release.framework, item: null },
      }))
      for (const { item } of reached.flatMap(({ reach }) => reach))
        for (const dependent of hanging[agency][item.key] ?? [])
          links.push({
            ...made,
            ...{ id: `${item.key} ${dependent.key}`, dependent, framework: item.framework, item, any: null },
          })
      const distinct = [...new Map(links.map(link => [link.id, link])).values()]
      const impacts = planImpact(reached, distinct, [])
      for (let at = 0; at < impacts.length; at += 100) yield { piece: 'impacts', impacts: impacts.slice(at, at + 100) }
      const { told } = moment
      yield { piece: 'summary', positions: {}, told, manualReview: [], links: { mcs: distinct.length } }
    })
}
