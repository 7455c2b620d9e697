import { wordDifference } from './word-difference.ts'

/** Before and after in one text: what goes is struck through, what comes is underlined, and both are read out as such. */
export const WordDifference = ({ before, after }: { before: string; after: string }) => (
  <span className="words">
    {wordDifference(before, after).map(({ kind, text }, place) => {
      const key = `${place}${kind}`
      if (kind === 'same') return <span key={key}>{text}</span>
      return kind === 'removed' ? (
        <del key={key}>
          <span className="hidden-visually">[removed: </span>
          {text}
          <span className="hidden-visually">] </span>
        </del>
      ) : (
        <ins key={key}>
          <span className="hidden-visually">[added: </span>
          {text}
          <span className="hidden-visually">] </span>
        </ins>
      )
    })}
  </span>
)
