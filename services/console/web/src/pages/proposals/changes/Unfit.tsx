import { problemFrom } from '../../../data/problem.ts'
import { Alert } from '../../../parts/Alert.tsx'

export const isUnfit = (error: Error | null): error is Error =>
  error !== null && problemFrom(error).code === 'CTE_OPERATION_REFUSED'

/** What is typed cannot be done on the tree as it is: no failure, only not right yet. */
export const Unfit = ({ error }: { error: Error }) => (
  <Alert kind="warning" role="status">
    {problemFrom(error).errors.map(({ path, message }) => (
      <p key={path}>{message}</p>
    ))}
  </Alert>
)
