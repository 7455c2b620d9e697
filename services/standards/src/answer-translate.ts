import type { Bus, Subscription } from '@cte-align/bus'
import { type ItemTranslation, rpc, TranslateReply, TranslateRequest } from '@cte-align/contracts'
import { CteError } from '@cte-align/service'
import type { App } from './app.ts'
import { chainTo, type Link } from './chain.ts'
import type { CrosswalkDoc } from './crosswalk.ts'

type Perkins = Pick<Extract<TranslateReply, { piece: 'summary' }>['perkins'][number], 'answer' | 'says'>

const ITEMS_A_PIECE = 50

/** Tells the other services what items are in another framework, over alignments alone: what is for reference carries no impact. */
export function answerTranslate(
  bus: Bus,
  { models, frameworks, translate }: Pick<App, 'models' | 'frameworks' | 'translate'>,
): Promise<Subscription> {
  return bus.serve(rpc.translate, async function* (data) {
    const { from, to, items, perkinsOn } = TranslateRequest.parse(data)
    const chain = await chainBetween(from, to)
    if (chain !== null)
      for (let first = 0; first < items.length; first += ITEMS_A_PIECE) {
        const found: ItemTranslation[] = []
        for (const item of items.slice(first, first + ITEMS_A_PIECE)) found.push(await translated(chain, item))
        yield TranslateReply.parse({ piece: 'items', items: found })
      }
    const perkins = []
    for (const framework of [from, to]) perkins.push({ framework, ...(await perkinsOf(framework, perkinsOn)) })
    yield TranslateReply.parse({
      piece: 'summary',
      chain: chain === null ? null : chain.map(({ crosswalk }) => crosswalk._id),
      perkins,
    })
  })

  async function chainBetween(from: string, to: string): Promise<Link[] | null> {
    const crosswalks = await models.Crosswalk.find({ purpose: { $ne: 'reference' } }).lean<CrosswalkDoc[]>()
    return unlessRefused<Link[] | null>(['CTE_NO_CHAIN', 'CTE_CIRCULAR_CHAIN'], null, async () =>
      chainTo(from, to, crosswalks),
    )
  }

  function translated(chain: Link[], asked: string): Promise<ItemTranslation> {
    return unlessRefused<ItemTranslation>(
      ['CTE_NO_SUCH_ITEM'],
      { asked, answer: 'no-such-item', targets: [] },
      async () => {
        const { answer, targets } = await translate(chain, { item: asked, within: 'tree' })
        const found = targets.map(({ ref: item, way: { relation, state } }) => ({ item, relation, state }))
        return { asked, answer, targets: found }
      },
    )
  }

  async function perkinsOf(framework: string, day: string): Promise<Perkins> {
    const found = await frameworks.inForce(framework, day, 'perkins')
    const { answer } = found
    if (answer === 'release') return { answer, says: `Perkins goes by ${found.release} since ${found.since}` }
    if (answer === 'none') return { answer, says: `Perkins does not go by ${framework} on ${day}` }
    return { answer, says: `Nobody has set the Perkins program year of ${found.uncertain.join(', ')}` }
  }
}

async function unlessRefused<T>(codes: readonly string[], instead: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CteError && codes.includes(error.code)) return instead
    throw error
  }
}
