import { useCallback, useEffect, useState } from 'react'

const PREFIX = 'cte-draft:'

/**
 * What somebody is typing, kept in this tab across reloads, crashes and expired sessions until `discard`.
 * `key` says what it belongs to: `proposal:<id>:reason`.
 */
export function useDraft<T>(key: string, initial: T) {
  const [value, setValue] = useState<T>(() => read(key) ?? initial)
  const [touched, setTouched] = useState(() => read(key) !== undefined)
  useEffect(() => {
    if (touched) sessionStorage.setItem(PREFIX + key, JSON.stringify(value))
  }, [key, touched, value])
  const set = useCallback((next: T | ((old: T) => T)) => {
    setTouched(true)
    setValue(next)
  }, [])
  const discard = useCallback(
    (next: T = initial) => {
      sessionStorage.removeItem(PREFIX + key)
      setTouched(false)
      setValue(next)
    },
    [key, initial],
  )
  return { value, set, discard, kept: touched }
}

function read<T>(key: string): T | undefined {
  const text = sessionStorage.getItem(PREFIX + key)
  try {
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}
