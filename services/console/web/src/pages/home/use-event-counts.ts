import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onEvent } from '../../data/live.ts'
import { callConsole } from '../../data/session.ts'
import { useAnswer } from '../../data/use-answer.ts'
import type { EventCount } from '../events/type-in-words.ts'

const KEY = ['console', 'events', 'counts'] as const
/** A release tells thousands of events; the counts follow when it is quiet. */
const QUIET_MS = 1000

export interface EventCounts {
  counts: EventCount[]
  /** The position up to which is counted. */
  newest: number
  /** Nothing that came after the position is missing. */
  whole: boolean
}

/** How much of what has happened after a position; read again when more has come. */
export function useEventCounts(after: number) {
  const queries = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onEvent(() => {
      clearTimeout(timer)
      timer = setTimeout(() => void queries.invalidateQueries({ queryKey: KEY }), QUIET_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [queries])
  return useAnswer([...KEY, after], signal =>
    callConsole<EventCounts>(`/events/counts?after=${after}`, 'GET', undefined, signal),
  )
}
