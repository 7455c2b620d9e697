import type { Schema } from './document.ts'

/** Fields that say what a schema is, where the places it stands in do not. */
const KNOWN: Record<string, string> = {
  'agency,id,role': 'Actor',
}

/** Properties that say where something stands, and not what it is. */
const PLACES = new Set(['items', 'rows', 'left', 'right', 'before', 'after', 'a', 'b'])

/** What an inner schema is called: its property, or where that says nothing, the outer one. */
export const innerName = (property: string, outer: string): string => (PLACES.has(property) ? outer : property)

/** Names for shared schemas: what they are called where they stand, most often. No name is given twice. */
export function createNames() {
  const taken = new Map<string, number>()
  return {
    choose(schema: Schema, places: readonly string[]): string {
      const fields = Object.keys(schema.properties ?? {})
      const name = KNOWN[fields.sort().join()] ?? pascal(singular(mostFrequent(places)))
      const number = (taken.get(name) ?? 0) + 1
      taken.set(name, number)
      return number === 1 ? name : `${name}${number}`
    },
  }
}

function mostFrequent(words: readonly string[]): string {
  const count = (word: string) => words.filter(other => other === word).length
  return words.reduce((best, word) => (count(word) > count(best) ? word : best))
}

const singular = (word: string) =>
  word
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/(?<![su])s$/, '')

const pascal = (word: string) => word.replace(/^./, letter => letter.toUpperCase())
