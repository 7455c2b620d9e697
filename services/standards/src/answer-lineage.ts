import type { Bus, Subscription } from '@cte-align/bus'
import { LineageReply, LineageRequest, releaseRef, rpc } from '@cte-align/contracts'
import { findItem, lineageOf, refOf } from '@cte-align/impact'
import type { Heads } from './draft-release.ts'
import type { Trees } from './trees.ts'

/** Tells the other services what an item is and what stands above it, so that a link can be made. */
export function answerLineage(bus: Bus, trees: Trees, heads: Heads): Promise<Subscription> {
  return bus.serve(rpc.lineage, async function* (data) {
    const { framework, items } = LineageRequest.parse(data)
    const head = await heads(framework)
    if (head === undefined || head === 0) {
      yield LineageReply.parse({ release: null, known: [], unknown: items })
      return
    }
    const tree = await trees.at(framework, head)
    const found = items.map(asked => ({ asked, item: findItem(tree, asked) }))
    yield LineageReply.parse({
      release: releaseRef(framework, head),
      known: found.flatMap(({ asked, item }) =>
        item === undefined ? [] : [{ asked, item: refOf(tree, item.id), lineage: lineageOf(tree, item.id) }],
      ),
      unknown: found.flatMap(({ asked, item }) => (item === undefined ? [asked] : [])),
    })
  })
}
