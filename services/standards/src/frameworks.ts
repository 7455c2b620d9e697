import { allDates, type Consumer, type Framework } from '@cte-align/contracts'
import { CLOCKS, type InForce, inForceOn, type Timed } from '@cte-align/impact'
import type { ClientSession } from '@cte-align/service'
import { problem } from './errors.ts'
import type { FrameworkDoc } from './framework.ts'
import type { Models } from './models.ts'
import type { ReleaseDoc } from './release.ts'

/** Which release a reader means: one by number or id, or the one in force on a day, for everybody or for a consumer. */
export interface Asked {
  release?: number | string | undefined
  asOf?: string | undefined
  consumer?: Consumer | undefined
}

export function createFrameworks({ Framework, Release }: Models) {
  async function get(key: string): Promise<FrameworkDoc> {
    const found = await Framework.findById(key).lean<FrameworkDoc>()
    if (found === null) throw problem('CTE_NO_SUCH_FRAMEWORK', { framework: key })
    return found
  }

  async function published(framework: string, number: number): Promise<ReleaseDoc> {
    const found = await Release.findOne({ framework, number, status: 'published' }).lean<ReleaseDoc>()
    if (found === null) throw problem('CTE_NO_SUCH_RELEASE', { release: `${framework}@${number}` })
    return found
  }

  /** The published releases, each with the day from which it is in force for a consumer (without one: for everybody). */
  async function timed(key: string, consumer?: Consumer): Promise<Timed[]> {
    const releases = await Release.find(
      { framework: key, status: 'published' },
      { number: 1, dates: 1, inForceFrom: 1 },
    ).lean<ReleaseDoc[]>()
    return releases.map(({ _id, number, dates, inForceFrom }) => ({
      release: _id,
      number,
      day: consumer === undefined ? inForceFrom : CLOCKS[consumer].dayOf(allDates(dates)),
    }))
  }

  return {
    get,
    published,

    /** Every framework, by key. */
    all: (): Promise<FrameworkDoc[]> => Framework.find().sort({ _id: 1 }).lean<FrameworkDoc[]>(),

    async newest(key: string): Promise<ReleaseDoc | undefined> {
      const { head } = await get(key)
      return head === 0 ? undefined : published(key, head)
    },

    inForce: async (key: string, day: string, consumer?: Consumer): Promise<InForce> =>
      inForceOn(day, await timed(key, consumer)),

    async head(key: string): Promise<number | undefined> {
      const found = await Framework.findById(key, { head: 1 }).lean<Pick<FrameworkDoc, 'head'>>()
      return found?.head
    },

    async create(framework: Framework, at: Date, session?: ClientSession): Promise<FrameworkDoc> {
      const { key, ...rest } = framework
      const doc: FrameworkDoc = { _id: key, ...rest, head: 0, publishing: null, createdAt: at }
      try {
        await Framework.create([doc], session ? { session } : {})
      } catch (error) {
        if ((error as { code?: number }).code === 11000) throw problem('CTE_FRAMEWORK_EXISTS', { framework: key })
        throw error
      }
      return doc
    },

    /**
     * The number of the release a reader means: the one named, or the one in force on a California day, or the newest. 0 only where
     * nothing was published yet. Where nobody can know, it says so instead (CTE_IN_FORCE_UNKNOWN).
     */
    async releaseFor(key: string, { release, asOf: day, consumer }: Asked): Promise<number> {
      const framework = await get(key)
      if (release !== undefined) return (await published(key, numberOf(release, key))).number
      if (day === undefined) return framework.head
      const found = inForceOn(day, await timed(key, consumer))
      if (found.answer === 'release') return numberOf(found.release, key)
      if (found.answer === 'none')
        throw problem('CTE_NO_RELEASE_AS_OF', { framework: key, day, first: found.first?.since ?? 'no day yet' })
      throw problem('CTE_IN_FORCE_UNKNOWN', {
        framework: key,
        consumer: consumer ?? 'everybody',
        day,
        date: consumer === undefined ? 'the day' : CLOCKS[consumer].date,
        releases: found.uncertain.join(', '),
        certain: lastCertainInWords(found.lastCertain),
      })
    },
  }
}
export type Frameworks = ReturnType<typeof createFrameworks>

export function frameworkOf({ _id, publishing: _publishing, createdAt: _createdAt, head, ...rest }: FrameworkDoc) {
  const { title, owner, description, provenance } = rest
  return { key: _id, title, owner, description, provenance, head: head === 0 ? null : `${_id}@${head}` }
}

/** For the end of a sentence about what is unknown. */
export const lastCertainInWords = (last: { release: string; since: string } | null): string =>
  last === null ? 'Nothing before is certain' : `The last that is certain is ${last.release}, since ${last.since}`

/** 3 of 3, `3` and `framework@3`. Throws where it is another framework's. */
function numberOf(release: number | string, framework: string): number {
  const [, of, number] = /^(?:(.+)@)?([0-9]+)$/.exec(String(release)) ?? []
  if (of !== undefined && of !== framework) throw problem('CTE_RELEASE_OF_ANOTHER', { release, framework })
  return Number(number)
}
