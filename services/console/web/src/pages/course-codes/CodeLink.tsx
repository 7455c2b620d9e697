import { Link } from 'react-router'
import { Code } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'

/** A code as a link to its page. */
export const CodeLink = ({ code, schoolYear }: { code: string; schoolYear?: string }) => (
  <Link to={paths.courseCode(code, schoolYear === undefined ? {} : { schoolYear })}>
    <Code>{code}</Code>
  </Link>
)

/** Codes side by side; said in words where there are none. */
export function CodeList({ codes, none = 'none' }: { codes: readonly string[]; none?: string }) {
  if (codes.length === 0) return <span className="soft">{none}</span>
  return (
    <span className="row code-list">
      {codes.map(code => (
        <CodeLink key={code} code={code} />
      ))}
    </span>
  )
}
