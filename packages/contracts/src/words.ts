import { createHash } from 'node:crypto'
import { z } from 'zod'

/** The three agencies that own a part of the record. Each clears only its own end. */
export const Agency = z.enum(['CDE', 'CTC', 'CALPADS'])
export type Agency = z.infer<typeof Agency>

export const Role = z.enum(['viewer', 'commenter', 'editor', 'approver', 'publisher', 'administrator'])
export type Role = z.infer<typeof Role>

/** The first and last character of a text without the blanks around it, in the words of a schema: what `trim` leaves. */
const SOLID = '[^\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]'

/** A text that a person writes. Blanks around it are taken away and do not count as text; the pattern says so in OpenAPI. */
export const writtenText = (least: number, most: number) => {
  const schema = z.string().max(most).trim().min(least)
  if (least === 0) return schema
  return schema.meta({ pattern: least === 1 ? SOLID : `${SOLID}[\\s\\S]{${least - 2},}${SOLID}` })
}

/** A framework's key; safe as a NATS subject token. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens, as in ca-mcs-2013')
  .max(64)

/** A calendar date in California (America/Los_Angeles), `YYYY-MM-DD`. */
export const Day = z.iso.date('must be a day that exists, YYYY-MM-DD')

/** Where a fact was read, and whether somebody read it there. */
export const Provenance = z.strictObject({
  source: z.string().max(2000),
  verified: z.boolean(),
  note: z.string().max(2000).nullable(),
})
export type Provenance = z.infer<typeof Provenance>

/** The same parts give the same id on every machine: a UUID (version 8, RFC 9562) from SHA-256. */
export function idFrom(...parts: (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A short fingerprint of any JSON value; the order of object keys does not matter. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, 32)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .join(',')}}`
}
