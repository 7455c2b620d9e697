import { useSyncExternalStore } from 'react'

/** Whether the window is so now: `useMedia('(max-width: 48rem)')`. */
export function useMedia(query: string): boolean {
  const media = window.matchMedia(query)
  return useSyncExternalStore(
    watcher => {
      media.addEventListener('change', watcher)
      return () => media.removeEventListener('change', watcher)
    },
    () => media.matches,
  )
}
