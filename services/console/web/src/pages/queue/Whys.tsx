import { Why } from '../../why/Why.tsx'
import { assignmentInWords, type Cause, doubtsInWords, pathInWords } from '../../why/why-in-words.ts'

interface WhysProps {
  causes: readonly Cause[]
  release: string
  /** So many sentences; the flag's page has all. */
  most?: number
}

/** Every cause and every path as a sentence. */
export function Whys({ causes, release, most = Number.POSITIVE_INFINITY }: WhysProps) {
  const told = { release }
  const ways = causes.flatMap(cause => cause.paths.map((path, place) => ({ cause, path, place })))
  return (
    <ul className="whys">
      {ways.slice(0, most).map(({ cause, path, place }) => (
        <li key={`${cause.id}:${place}`}>
          <Why parts={pathInWords(path, cause.change, told)} />{' '}
          {place === 0 && <Why parts={assignmentInWords(cause.assignment)} />}{' '}
          {path.doubts.length > 0 && <span className="doubts">{doubtsInWords(path.doubts)}</span>}
        </li>
      ))}
    </ul>
  )
}
