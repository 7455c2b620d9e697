import type { ReactNode } from 'react'
import { problemFrom } from '../data/problem.ts'
import { Alert } from './Alert.tsx'

interface ProblemProps {
  error: Error
  /** What was being done: "The proposals could not be read". */
  title?: string
  again?: (() => void) | undefined
  children?: ReactNode
}

/** What went wrong, in the service's words, with the code to quote and the way out. */
export function Problem({ error, title, again, children }: ProblemProps) {
  const problem = problemFrom(error)
  return (
    <Alert kind="error" heading={title ?? problem.title} role="alert">
      <p>{problem.detail}</p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(each => (
            <li key={`${each.path} ${each.message}`}>
              {each.path && <code className="code">{each.path}</code>} {each.message}
            </li>
          ))}
        </ul>
      )}
      {children}
      <p className="small">
        <code className="code">{problem.code}</code>
        {problem.requestId && (
          <>
            {' '}
            · request <code className="code">{problem.requestId}</code>
          </>
        )}
      </p>
      {again && (
        <button type="button" className="usa-button usa-button--outline" onClick={again}>
          Try again
        </button>
      )}
    </Alert>
  )
}
