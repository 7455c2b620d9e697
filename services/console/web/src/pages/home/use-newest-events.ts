import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onEvent } from '../../data/live.ts'
import { callConsole } from '../../data/session.ts'
import { useAnswer } from '../../data/use-answer.ts'
import type { EventPage } from '../events/use-events.ts'

const KEY = ['console', 'events', 'newest'] as const
/** A release tells thousands of events; the counts follow when it is quiet. */
const QUIET_MS = 1000

/** The newest events of all, as many as the log gives at once; read again when others have come. */
export function useNewestEvents() {
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
  return useAnswer(KEY, signal => callConsole<EventPage>('/events?limit=200', 'GET', undefined, signal))
}
