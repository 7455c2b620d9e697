import { diffWordsWithSpace } from 'diff'

export interface Piece {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** What is the same, gone and new between two texts, word by word: as the services tell it of proposals. */
export const wordPieces = (before: string, after: string): Piece[] =>
  diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
