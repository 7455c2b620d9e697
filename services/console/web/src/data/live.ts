// Server pushes: one connection for the page, which makes stale what an event touches.
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { LoggedEvent } from './logged-event.ts'
import { readAnew } from './read-anew.ts'

export type LiveState = 'connecting' | 'live' | 'away'

let state: LiveState = 'connecting'
let newest = 0
const watchers = new Set<() => void>()
const listeners = new Set<(event: LoggedEvent) => void>()
const tell = () => {
  for (const watcher of watchers) watcher()
}

/** How many milliseconds of events are taken together: a release tells thousands. */
const GATHER_MS = 400

/** Listens until the returned function is called. After a break it goes on where it was: the browser sends the last id. */
export function startLive(queries: QueryClient): () => void {
  const stale = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let source: EventSource
  const flush = () => {
    timer = undefined
    const services = [...stale]
    stale.clear()
    for (const service of services) readAnew(queries, [service])
  }
  const connect = () => {
    source = new EventSource(`/api/console/events/stream${newest ? `?after=${newest}` : ''}`)
    source.onopen = () => {
      if (state === 'away') readAnew(queries)
      state = 'live'
      tell()
    }
    source.onerror = () => {
      state = 'away'
      tell()
      // The browser gives up for good on some answers, 503 for one; then we ask anew.
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, 5000)
    }
    // Events were missed that nobody keeps any more, or the stream was made anew: whatever was read may be stale.
    source.addEventListener('gap', message => {
      newest = Number(message.lastEventId)
      readAnew(queries)
    })
    source.addEventListener('cte', message => {
      const event = JSON.parse((message as MessageEvent<string>).data) as LoggedEvent
      newest = Math.max(newest, event.position)
      stale.add(event.source.replace('/cte/', ''))
      timer ??= setTimeout(flush, GATHER_MS)
      for (const listener of listeners) listener(event)
    })
  }
  connect()
  return () => {
    source.close()
    clearTimeout(timer)
    clearTimeout(retry)
  }
}

/** Whether the page hears of changes as they happen. */
export const useLiveState = (): LiveState =>
  useSyncExternalStore(
    watcher => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => state,
  )

/** Every event from now on; returns how to stop. */
export function onEvent(listener: (event: LoggedEvent) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
