/** Asked by POST since the question is long: they write nothing and keep nothing, so that the public may ask them as it may read. */
const QUESTIONS = new Set([
  'course-codes/district-list',
  'course-codes/field-limits/check',
  'course-codes/sequences/completer-check',
  'course-codes/sequences/what-if',
  'credentials/holder-check',
])

/** Whether the address, as it was written, is one of these. */
export function isQuestion(method: string, url: string): boolean {
  const [path = ''] = url.split('?', 1)
  return method === 'POST' && path.startsWith('/api/') && QUESTIONS.has(path.slice('/api/'.length))
}
