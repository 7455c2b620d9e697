import type { Target } from './paper.ts'

/** Where readers reach the services from where they sit. One that is not known is named instead of linked; standards then stands for itself. */
export interface PublicUrls {
  standards?: string | undefined
  credentials?: string | undefined
  courseCodes?: string | undefined
}

/** An address to follow, or null where nobody has said where that service is; then `inWords` says what to ask it. */
export function hrefOf(target: Target, urls: PublicUrls): string | null {
  if ('url' in target) return webAddress(target.url)
  const base = { standards: urls.standards ?? '', credentials: urls.credentials, 'course-codes': urls.courseCodes }
  const origin = base[target.service]
  return origin === undefined ? null : `${origin.replace(/\/+$/, '')}${target.path}`
}

export const inWords = (target: Target): string => ('url' in target ? target.url : `${target.service}: ${target.path}`)

/** Only what a reader expects behind a link, written so that no mark in it ends it early. */
function webAddress(given: string): string | null {
  if (!URL.canParse(given)) return null
  const url = new URL(given)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  return url.href.replace(
    /[()<>|\\`'"\s*_[\]]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

/** A path with its query; parts that are not given are left out. */
export function path(at: string, query: Record<string, string | number | boolean | undefined> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const text = given.map(([name, value]) => `${name}=${part(String(value))}`).join('&')
  return text === '' ? at : `${at}?${text}`
}

/** A name as a part of an address: everything but letters, digits, dots and hyphens is written in its percent form. */
export const part = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/[!'()*_~]/g, mark =>
    mark === '_' || mark === '~' ? mark : `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
