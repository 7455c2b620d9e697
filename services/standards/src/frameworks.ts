import type { Framework } from '@cte-align/contracts'
import type { ClientSession } from '@cte-align/service'
import { problem } from './errors.ts'
import type { FrameworkDoc } from './framework.ts'
import type { Models } from './models.ts'
import type { ReleaseDoc } from './release.ts'

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

  return {
    get,
    published,

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
     * Which release a reader means: the number named, or the one in force on a California day, or the newest. 0 only where
     * nothing was published yet.
     */
    async releaseFor(key: string, asked: { release?: number | undefined; asOf?: string | undefined }): Promise<number> {
      const framework = await get(key)
      if (asked.release !== undefined) return (await published(key, asked.release)).number
      if (asked.asOf === undefined) return framework.head
      const releases = await Release.find({ framework: key, status: 'published' })
        .sort({ number: -1 })
        .lean<ReleaseDoc[]>()
      const inForce = releases.find(release => release.inForceFrom! <= asked.asOf!)
      if (inForce !== undefined) return inForce.number
      const first = releases.at(-1)?.inForceFrom ?? 'no day yet'
      throw problem('CTE_NO_RELEASE_AS_OF', { framework: key, day: asked.asOf, first })
    },
  }
}
export type Frameworks = ReturnType<typeof createFrameworks>

export function frameworkOf({ _id, publishing: _publishing, createdAt: _createdAt, head, ...rest }: FrameworkDoc) {
  const { title, owner, description, provenance } = rest
  return { key: _id, title, owner, description, provenance, head: head === 0 ? null : `${_id}@${head}` }
}
