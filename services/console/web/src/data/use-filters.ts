import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/**
 * Filters that live in the address, so that a link shows what its sender saw. `defaults` names every filter; one that
 * has its default is left out of the address.
 */
export function useFilters<F extends Record<string, string>>(defaults: F) {
  const [params, setParams] = useSearchParams()
  const names = Object.keys(defaults).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `defaults` is written in place by callers; its names tell it apart
  const filters = useMemo(
    () => Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, params.get(name) ?? value])) as F,
    [params, names],
  )
  const set = useCallback(
    (changes: Partial<F>, { push = false } = {}) =>
      setParams(
        old => {
          const next = new URLSearchParams(old)
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === '' || value === defaults[name]) next.delete(name)
            else next.set(name, value)
          }
          return next
        },
        { replace: !push, preventScrollReset: true },
      ),
    [setParams, defaults],
  )
  const active = Object.entries(filters).filter(([name, value]) => value !== defaults[name]).length
  return { filters, set, active, clear: () => set(defaults) }
}
