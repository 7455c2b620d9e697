// Files that people hand over.
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a file is sent as: by its name, since browsers do not agree on types. */
export const typeOfFile = (name: string): 'text/csv' | typeof XLSX => (/\.xlsx$/i.test(name) ? XLSX : 'text/csv')

/** For a call of the typed client whose body is a file: sent as it is. */
export const asFile = (file: Blob, name: string) => ({
  headers: { 'content-type': typeOfFile(name) },
  bodySerializer: () => file,
})
