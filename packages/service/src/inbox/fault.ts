/** What a dead letter says about its error; a person reads it. */
export function toFault(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: 'CTE_WRITE_FAILED', message: String(error) }
  const { code } = error as Error & { code?: unknown }
  return {
    code: typeof code === 'string' && code !== '' ? code : 'CTE_WRITE_FAILED',
    message: `${error.name}: ${error.message}`.slice(0, 2000),
  }
}
