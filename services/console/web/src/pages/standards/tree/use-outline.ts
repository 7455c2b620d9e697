import { answerOf } from '@cte-align/client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { standards } from '../../../data/api.ts'
import type { OutlineRow } from '../words.ts'
import { type Level, type Line, linesOf, TOP } from './rows.ts'

const AT_ONCE = 500

export interface Outline {
  lines: Line[]
  open: ReadonlySet<string>
  setOpen: (ids: readonly string[], open: boolean) => void
  /** Reads the rest of a level, or reads it again when that failed. */
  loadMore: (parent: string) => void
}

/**
 * A release's tree, read level by level as it is opened. A release never changes, so what was read stays; what is open stays open
 * when another release is chosen, since an item's id never changes.
 */
export function useOutline(framework: string, release: number): Outline {
  const queries = useQueryClient()
  const [open, setOpenIds] = useState<ReadonlySet<string>>(new Set())
  const [levels, setLevels] = useState<{ of: string; by: ReadonlyMap<string, Level> }>({ of: '', by: new Map() })
  const of = `${framework}@${release}`

  const read = useCallback(
    async (parent: string, before: Level | undefined) => {
      const put = (level: Level) =>
        setLevels(old => ({ of, by: new Map(old.of === of ? old.by : []).set(parent, level) }))
      const had = before ?? { items: [], total: 0, next: null, state: 'loading' as const }
      put({ ...had, state: 'loading' })
      try {
        const page = await queries.fetchQuery({
          queryKey: ['standards', 'outline', framework, release, parent, had.next],
          staleTime: Number.POSITIVE_INFINITY,
          queryFn: ({ signal }) => answerOf(readLevel({ framework, release, parent, cursor: had.next, signal })),
        })
        const { items, next, total } = page.data
        put({ items: [...had.items, ...items], next, total, state: 'there' })
      } catch {
        put({ ...had, state: 'failed' })
      }
    },
    [framework, release, of, queries],
  )

  const known = levels.of === of ? levels.by : undefined
  useEffect(() => {
    for (const parent of [TOP, ...open]) if (!known?.has(parent)) void read(parent, undefined)
  }, [known, open, read])

  const lines = useMemo(() => linesOf(known ?? new Map(), open), [known, open])
  const setOpen = useCallback(
    (ids: readonly string[], isOpen: boolean) =>
      setOpenIds(old => {
        const next = new Set(old)
        for (const id of ids) {
          if (isOpen) next.add(id)
          else next.delete(id)
        }
        return next
      }),
    [],
  )
  const loadMore = (parent: string) => {
    const level = known?.get(parent)
    if (level && level.state !== 'loading') void read(parent, level)
  }
  return { lines, open, setOpen, loadMore }
}

const readLevel = (asked: {
  framework: string
  release: number
  parent: string
  cursor: string | null
  signal: AbortSignal
}) => {
  const { framework, release, parent, cursor, signal } = asked
  const query = {
    limit: AT_ONCE,
    release: String(release),
    ...(parent !== TOP && { parent }),
    ...(cursor !== null && { cursor }),
  }
  return standards.GET('/frameworks/{key}/outline', { params: { path: { key: framework }, query }, signal })
}

/** What a row is called where only its words are read. */
export const rowName = ({ code, title }: OutlineRow): string => `${code} ${title}`
