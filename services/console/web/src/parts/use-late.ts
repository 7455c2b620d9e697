import { useEffect, useState } from 'react'

/** A value that follows after `ms` of quiet: what is typed, before it is asked about. */
export function useLate<T>(value: T, ms = 250): T {
  const [late, setLate] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return late
}
