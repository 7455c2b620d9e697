import type { Queue } from './use-queue.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file as it is; what it is, its name says, since browsers call a CSV many things. */
export const sendDecisions = (
  { client }: Queue,
  file: File,
  { dryRun, skipErrors }: { dryRun: boolean; skipErrors: boolean },
) =>
  client.POST('/flags/decisions', {
    params: { query: { dryRun: dryRun ? 'true' : 'false', skipErrors: skipErrors ? 'true' : 'false' } },
    headers: { 'content-type': file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : XLSX },
    // The document types a file as text; what is sent is the file.
    body: '',
    bodySerializer: () => file,
  })
