import { useIsFetching } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'

/** The next does not wait longer for answers to those before it. */
const PATIENCE_MS = 1000

/** Its children one after the other, each when those before it have been answered: what stands first need not share a slow telephone with the rest. */
export function InTurn({ children }: { children: ReactNode[] }) {
  const [shown, setShown] = useState(1)
  const busy = useIsFetching() > 0
  useEffect(() => {
    if (shown >= children.length) return
    const timer = setTimeout(() => setShown(shown + 1), busy ? PATIENCE_MS : 0)
    return () => clearTimeout(timer)
  }, [shown, busy, children.length])
  return children.slice(0, shown)
}
