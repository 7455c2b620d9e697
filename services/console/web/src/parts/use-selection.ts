import { useCallback, useState } from 'react'
import type { Selection } from './DataTable.tsx'

/** Which rows are chosen, by key. */
export function useSelection(): Selection & { clear: () => void } {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback(
    (key: string) =>
      setChosen(old => {
        const next = new Set(old)
        if (!next.delete(key)) next.add(key)
        return next
      }),
    [],
  )
  const toggleAll = useCallback(
    (keys: string[], on: boolean) =>
      setChosen(old => {
        const next = new Set(old)
        for (const key of keys) {
          if (on) next.add(key)
          else next.delete(key)
        }
        return next
      }),
    [],
  )
  return { chosen, toggle, toggleAll, clear: useCallback(() => setChosen(new Set()), []) }
}
