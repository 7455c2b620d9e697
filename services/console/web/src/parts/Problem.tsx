import { ApiProblem } from '@cte-align/client'
import { Alert } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'

interface ProblemProps {
  error: Error
  /** What was being done: "The proposals could not be read". */
  title?: string
  again?: (() => void) | undefined
  children?: ReactNode
}

/** What went wrong, in the service's words, with the code to quote and the way out. */
export function Problem({ error, title, again, children }: ProblemProps) {
  const problem = ApiProblem.of(error)
  return (
    <Alert type="error" headingLevel="h2" heading={title ?? problem.title} role="alert" slim={false}>
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
