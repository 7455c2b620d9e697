import { type Piece, wordPieces } from './word-pieces.ts'

/** Two texts in one. */
export const WordDifference = ({ before, after }: { before: string; after: string }) => (
  <WordsInline pieces={wordPieces(before, after)} />
)

/** In one text: what is gone struck through, what is new underlined. */
export const WordsInline = ({ pieces }: { pieces: readonly Piece[] }) => (
  <p className="words">
    {pieces.map((piece, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have a place and nothing else
      <PieceOf key={`${at} ${piece.kind}`} piece={piece} />
    ))}
  </p>
)

/** The two texts beside each other, each with what only it has marked. */
export const WordsBeside = ({ pieces, before, after }: { pieces: readonly Piece[]; before: string; after: string }) => (
  <div className="words-beside">
    <Side head={before} pieces={pieces.filter(({ kind }) => kind !== 'added')} />
    <Side head={after} pieces={pieces.filter(({ kind }) => kind !== 'removed')} />
  </div>
)

const Side = ({ head, pieces }: { head: string; pieces: readonly Piece[] }) => (
  <div>
    <p className="small soft">{head}</p>
    {pieces.length > 0 ? <WordsInline pieces={pieces} /> : <p className="soft">Nothing</p>}
  </div>
)

/** Read out too: a line through words is silent. */
export function PieceOf({ piece: { kind, text } }: { piece: Piece }) {
  if (kind === 'same') return text
  const [Tag, says] = kind === 'removed' ? (['del', 'removed'] as const) : (['ins', 'added'] as const)
  return (
    <Tag>
      <span className="hidden-visually"> [{says}: </span>
      {text}
      <span className="hidden-visually">] </span>
    </Tag>
  )
}
