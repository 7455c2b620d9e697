import type { ImpactOf } from '../../paths.ts'
import type { Told } from '../../why/why-in-words.ts'
import type { Row } from './impact-model.ts'
import { rowsAsCsv } from './rows-as-csv.ts'

interface ExportRowsProps {
  rows: readonly Row[]
  told: Told
  of: ImpactOf
}

/** What is shown, made here; of a release also all its flags, as the agencies' own files have them. */
export const ExportRows = ({ rows, told, of }: ExportRowsProps) => (
  <p className="row small no-print">
    <button
      type="button"
      className="usa-button usa-button--outline"
      onClick={() => save(rowsAsCsv(rows, told), `impact-${'release' in of ? of.release : of.proposal}.csv`)}
    >
      Save these {rows.length} rows (CSV)
    </button>
    {'release' in of &&
      (['credentials', 'course-codes'] as const).map(service => (
        <a
          key={service}
          href={`/api/${service}/flags/export?${new URLSearchParams({ release: of.release, rows: 'causes', format: 'xlsx' })}`}
          download
        >
          All causes of {service === 'credentials' ? 'CTC' : 'CALPADS'} (XLSX)
        </a>
      ))}
  </p>
)

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
