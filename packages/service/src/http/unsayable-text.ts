import { Readable } from 'node:stream'
import { problem } from '../errors.ts'
import type { Service } from './service.ts'

/**
 * Refuses texts that cannot be passed on as they are: with NUL, which ends a text for MongoDB's expressions and for many readers
 * of our files, or with half a surrogate pair, which UTF-8 does not have and a database would store as something else.
 */
export function refuseUnsayableText(app: Service): void {
  app.addHook('preValidation', async request => {
    const parts = { path: request.params, query: request.query, body: request.body }
    for (const [what, value] of Object.entries(parts)) {
      const found = findUnsayable(value)
      if (found === undefined) continue
      const path = `/${what}${found}`
      const message = 'holds NUL or half a surrogate pair'
      throw problem('CTE_INVALID_INPUT', { what, detail: `${path}: ${message}` }, { errors: [{ path, message }] })
    }
  })
}

interface Place {
  value: unknown
  name: string
  above: Place | undefined
}

/** The pointer to the first such text, or undefined. Without recursion: what is sent may be nested as deep as it is long. */
function findUnsayable(whole: unknown): string | undefined {
  const open: Place[] = [{ value: whole, name: '', above: undefined }]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value } = place
    if (typeof value === 'string' && !isSayable(value)) return pointerTo(place)
    // A file is bytes, at once or as they come: its reader looks for itself.
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || value instanceof Readable) continue
    for (const [name, inner] of Object.entries(value)) {
      if (!isSayable(name)) return pointerTo(place)
      if (typeof inner === 'string' || typeof inner === 'object') open.push({ value: inner, name, above: place })
    }
  }
  return undefined
}

export const isSayable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

function pointerTo(place: Place): string {
  const names: string[] = []
  for (let at: Place | undefined = place; at?.above !== undefined; at = at.above) names.push(at.name)
  const shown = names.reverse().slice(0, 20)
  return shown.map(name => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
