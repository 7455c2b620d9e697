/** `/rows/12/Course Code` as row 12, column Course Code. What is not of that form is told as it is. */
export function placeOf(pointer: string): { row: string; column: string } {
  const [, row, column] = /^\/rows\/(\d+)(?:\/(.*))?$/.exec(pointer) ?? []
  if (row === undefined) return { row: '–', column: pointer || 'the file' }
  return { row, column: column?.replaceAll('~1', '/').replaceAll('~0', '~') ?? 'the whole row' }
}
