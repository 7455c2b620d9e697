/** Where a file of the credentials service is fetched by the browser itself. */
export function downloadPath(path: string, query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return `/api/credentials${path}?${new URLSearchParams(given)}`
}
