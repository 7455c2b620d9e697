import type { Provenance } from '@cte-align/contracts'
import type { CredentialsFile } from './import-file.ts'

/** Where a row was read: the text of its source, not the key under which the file explains it. */
export const provenanceOf = (
  { source, verified, note }: Provenance,
  { sources }: Pick<CredentialsFile, 'sources'>,
): Provenance => ({ source: sources[source] ?? source, verified, note })
