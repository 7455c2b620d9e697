// Files that people hand over, and files that come back.
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a file is sent as: by its name, since browsers do not agree on types. */
export const typeOfFile = (name: string): 'text/csv' | typeof XLSX => (/\.xlsx$/i.test(name) ? XLSX : 'text/csv')

/** For a call of the typed client whose body is a file: sent as it is. */
export const asFile = (file: Blob, name: string) => ({
  headers: { 'content-type': typeOfFile(name) },
  bodySerializer: () => file,
})

/** Offers what came back as a file of that name. */
export function keepFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
