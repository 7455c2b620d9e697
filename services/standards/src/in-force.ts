import type { Consumer } from '@cte-align/contracts'
import { CLOCKS, type InForce } from '@cte-align/impact'
import type { AdoptionPhases, PhaseWithVotes } from './adoption-phases.ts'
import { type BoardStanding, boardStanding } from './board-standing.ts'
import type { FrameworkDoc } from './framework.ts'
import { type Frameworks, lastCertainInWords } from './frameworks.ts'
import { asOfRelease, BY_KEY, type ItemVersionDoc } from './item-version.ts'
import type { Models } from './models.ts'

export interface Question {
  asOf: string
  consumer: Consumer | undefined
}

export type Standing = BoardStanding['standing'] | 'in-force' | 'not-in-force'

/** Where a top-level item stands: by the Board's phases where they name its framework, else with its framework. */
export interface ItemStanding {
  id: string
  key: string
  kind: ItemVersionDoc['kind']
  title: string
  standing: Standing
  since: string | null
  /** The phase that names the item, and the name printed there. */
  phase: string | null
  printedName: string | null
  plannedMonth: string | null
  because: string
}

/** What is in force on a day, framework beside framework: the old one and the new are in force together for years. */
export function createInForce(
  { ItemVersion }: Models,
  { frameworks, phases }: { frameworks: Frameworks; phases: AdoptionPhases },
) {
  async function tops(framework: string, number: number): Promise<ItemVersionDoc[]> {
    return ItemVersion.find({ ...asOfRelease(framework, number), parent: null, status: 'active' })
      .collation(BY_KEY)
      .sort({ key: 1, itemId: 1 })
      .lean<ItemVersionDoc[]>()
  }

  /** One framework's answer. Its items are those of the release in force; where that is not known, of the newest. */
  async function of(framework: FrameworkDoc, question: Question, planned: readonly PhaseWithVotes[]) {
    const { _id: key, title, head } = framework
    const { asOf, consumer } = question
    const found = await frameworks.inForce(key, asOf, consumer)
    const number = found.answer === 'release' ? Number(found.release.split('@')[1]) : head
    const answer = {
      framework: key,
      title,
      answer: found.answer,
      release: found.answer === 'release' ? found.release : null,
      since: found.answer === 'release' ? found.since : null,
      because: inWords(key, found, question),
      uncertain: found.answer === 'unknown' ? found.uncertain : [],
      lastCertain: found.answer === 'unknown' ? found.lastCertain : null,
    }
    const standings = createStandings(key, planned, asOf, answer)
    const items = (await tops(key, number)).map(standings)
    return { ...answer, itemsOf: head === 0 ? null : `${key}@${number}`, items }
  }

  return {
    /** Every framework's answer, and the phases as they stand on the day. */
    async everywhere(question: Question) {
      const planned = await phases.all()
      const answers = []
      for (const framework of await frameworks.all()) answers.push(await of(framework, question, planned))
      return { frameworks: answers, phases: planned }
    },
    one: async (framework: FrameworkDoc, question: Question) => of(framework, question, await phases.all()),
  }
}
export type InForceAnswers = ReturnType<typeof createInForce>

function inWords(framework: string, found: InForce, { asOf, consumer }: Question): string {
  const whom = consumer ?? 'readers who name no consumer'
  const clock = consumer === undefined ? 'the general day of the release' : CLOCKS[consumer].words
  if (found.answer === 'release') return `${found.release} is in force for ${whom} since ${found.since}, by ${clock}`
  if (found.answer === 'unknown') {
    const date = consumer === undefined ? 'the day' : CLOCKS[consumer].date
    return `Nobody has set ${date} of ${found.uncertain.join(', ')}. ${lastCertainInWords(found.lastCertain)}`
  }
  if (found.first === null) return `${framework} has no release yet`
  return `The first for ${whom} is ${found.first.release}, from ${found.first.since}, after ${asOf}`
}

/**
 * Where a framework's items come into force by phases, each stands where the Board left its phase, and one that no phase names is
 * unknown. In any other framework they stand with it; which of them will be followed by which is a question to the crosswalk.
 */
function createStandings(
  framework: string,
  planned: readonly PhaseWithVotes[],
  day: string,
  answer: { answer: InForce['answer']; since: string | null; because: string },
) {
  const named = new Map(
    planned.flatMap(phase =>
      phase.items.flatMap(item =>
        item.framework === framework && item.itemId !== null ? [[item.itemId, { phase, item }] as const] : [],
      ),
    ),
  )
  const withFramework = { release: 'in-force', none: 'not-in-force', unknown: 'unknown' } as const
  return ({ itemId, key, kind, title }: ItemVersionDoc): ItemStanding => {
    const about = { id: itemId, key, kind, title, phase: null, printedName: null, plannedMonth: null }
    const found = named.get(itemId)
    if (found !== undefined) {
      const { standing, since, plannedMonth, because } = boardStanding(found.phase, day)
      const { _id: phase } = found.phase
      return { ...about, standing, since, phase, printedName: found.item.printedName, plannedMonth, because }
    }
    if (named.size > 0) return { ...about, standing: 'unknown', since: null, because: 'No adoption phase names it' }
    return { ...about, standing: withFramework[answer.answer], since: answer.since, because: answer.because }
  }
}
