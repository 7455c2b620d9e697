// Which texts differ between two states of an item, word by word.
import { type Piece, wordPieces } from './word-pieces.ts'

const TEXTS = { code: 'Code', title: 'Title', text: 'Text', scopeNote: 'What it covers' } as const
type TextField = keyof typeof TEXTS
/** Just the fields that differ, or a whole item. */
export type Texts = { [F in TextField]?: string | null | undefined }

export interface TextDifference {
  field: TextField
  label: string
  pieces: Piece[]
}

/** Only fields that one of the two has; a text that is not there is empty. */
export const textDifferences = (before: Texts | null, after: Texts | null): TextDifference[] =>
  (Object.keys(TEXTS) as TextField[])
    .filter(field => (before?.[field] ?? '') !== (after?.[field] ?? ''))
    .map(field => ({
      field,
      label: TEXTS[field],
      pieces: wordPieces(before?.[field] ?? '', after?.[field] ?? ''),
    }))
