import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { CodesPage } from './CodesPage.tsx'
import { files } from './file-links.ts'
import { useYear } from './use-year.ts'
import { YearField } from './YearField.tsx'

const LAYOUTS = [
  ['code-sets', 'Code Sets', "The rows of CALPADS's Code Sets document for course codes"],
  ['combinations', 'Course Group Master Combos', 'Which course code goes with which pathway and level'],
  ['pathway-sectors', 'Pathway to industry sector', 'Each CALPADS pathway with its sector'],
  ['map', 'Retired to current', 'Where each retired code has gone, as far as published plans say'],
  ['edition', 'Our own layout', 'Everything that is known of each code; what an edition is loaded from'],
] as const

interface FileRow {
  name: string
  says: string
  csv: string
  xlsx: string | null
}

/** The code set of a year as files for others: districts, vendors, CALPADS itself. */
export function FilesPage() {
  const { year, setYear } = useYear()
  const rows: FileRow[] = [
    ...LAYOUTS.map(([layout, name, says]) => ({
      ...{ name, says },
      csv: files.codeSet(year, { layout, format: 'csv' }),
      xlsx: files.codeSet(year, { layout, format: 'xlsx' }),
    })),
    {
      name: 'Course codes with their sources',
      says: 'Each code with its items, gaps and source',
      csv: files.courseCodes({ schoolYear: year }),
      xlsx: null,
    },
    {
      name: 'Perkins view',
      says: 'Each code by sector and by cluster',
      csv: files.perkins({ schoolYear: year, format: 'csv' }),
      xlsx: files.perkins({ schoolYear: year, format: 'xlsx' }),
    },
    {
      name: 'Flags on course codes',
      says: 'The whole queue of CALPADS',
      csv: files.flags({ format: 'csv' }),
      xlsx: files.flags({ format: 'xlsx' }),
    },
  ]
  return (
    <CodesPage
      title="Files"
      lead="What others take over. A cell that nobody can fill says unknown; the reference value 999 is written for nobody."
    >
      <div className="filters codes-filters">
        <YearField value={year} onChange={setYear} />
      </div>
      <div className="table-frame">
        <table className="data-table">
          <caption>Files of {year}</caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">What it has</th>
              <th scope="col">Take it</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, says, csv, xlsx }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{says}</td>
                <td>
                  <span className="row">
                    <a className="codes-take" href={csv} download>
                      CSV<span className="hidden-visually"> of {name}</span>
                    </a>
                    {xlsx && (
                      <a className="codes-take" href={xlsx} download>
                        xlsx<span className="hidden-visually"> of {name}</span>
                      </a>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small">
        Kept editions have their own files under <Link to={paths.codeSetEditions()}>Editions</Link>; what changes for
        one district, under <Link to={paths.districtList()}>District list</Link>.
      </p>
    </CodesPage>
  )
}
