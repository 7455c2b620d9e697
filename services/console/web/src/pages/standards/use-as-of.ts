import { useSearchParams } from 'react-router'

/** Which release one looks at: a number, or a day, or (neither) the newest. In the address, so that a link shows the same. */
export interface AsOf {
  release: string
  asOf: string
  /** For the API: only what was asked. */
  query: { release?: string; asOf?: string }
  setRelease: (number: string) => void
  setAsOf: (day: string) => void
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const NUMBER = /^[1-9]\d{0,8}$/

export function useAsOf(): AsOf {
  const [params, setParams] = useSearchParams()
  const given = (name: string, form: RegExp) => {
    const value = params.get(name) ?? ''
    return form.test(value) ? value : ''
  }
  const release = given('release', NUMBER)
  const asOf = release ? '' : given('asOf', DAY)
  const set = (name: 'release' | 'asOf', value: string) =>
    setParams(
      old => {
        const next = new URLSearchParams(old)
        next.delete('release')
        next.delete('asOf')
        if (value) next.set(name, value)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return {
    release,
    asOf,
    query: { ...(release && { release }), ...(asOf && { asOf }) },
    setRelease: number => set('release', number),
    setAsOf: day => set('asOf', day),
  }
}
