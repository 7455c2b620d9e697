/** What the services take as a table, by the end of its name. */
export const TABLE_FILES = '.csv,.xlsx'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const tableType = (name: string): string => (name.toLowerCase().endsWith('.xlsx') ? XLSX : 'text/csv')

/** Sends a file as it is: what the client says of bodies is for texts. */
export const fileBody = (file: File) => ({
  body: '',
  bodySerializer: () => file,
  headers: { 'content-type': tableType(file.name) },
})
