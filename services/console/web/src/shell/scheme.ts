/** Light, dark, or as the system has it. */
export type Scheme = 'system' | 'light' | 'dark'
const KEY = 'cte-scheme'

export function readScheme(): Scheme {
  const kept = localStorage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

export function applyScheme(scheme: Scheme = readScheme()): void {
  if (scheme === 'system') {
    delete document.documentElement.dataset.theme
    localStorage.removeItem(KEY)
  } else {
    document.documentElement.dataset.theme = scheme
    localStorage.setItem(KEY, scheme)
  }
}
