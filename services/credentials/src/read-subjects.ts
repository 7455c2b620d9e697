import type { SubjectTitle } from '@cte-align/contracts'
import { overlappingTitles } from '@cte-align/impact'
import type { FieldError } from '@cte-align/service'
import type { CredentialsFile, SubjectRow } from './import-file.ts'
import { provenanceOf } from './provenance-of.ts'
import type { StoredSubject, SubjectContent } from './subject.ts'

/** A subject as the last import had it: what an edit has made of its titles since is not the file's. */
export type KnownSubject = SubjectContent & Partial<Pick<StoredSubject, 'imported'>>

/** A row of the file as a subject. A file that does not list the titles leaves those that are known, if they include its own. */
export function toSubject(row: SubjectRow, file: CredentialsFile, known: KnownSubject | undefined): SubjectContent {
  const before = known?.imported ?? known
  return {
    code: row.code,
    title: row.title,
    titles: row.titles?.map(given => toTitle(given, row, file)) ?? titlesWithout(row, file, before),
    spellings: row.spellings ?? before?.spellings ?? [],
    item: { framework: row.framework, key: row.item },
    provenance: provenanceOf(row, file),
  }
}

/** Of the titles a row lists: periods that overlap, sources that nobody explains, a present title that is not among them. */
export function titleFaults({ subjects, sources }: CredentialsFile): FieldError[] {
  return subjects.flatMap((row, index) => {
    const { titles } = row
    if (titles === undefined) return []
    const path = `/subjects/${index}/titles`
    const faults: FieldError[] = titles.flatMap(({ source }, at) =>
      source === undefined || Object.hasOwn(sources, source)
        ? []
        : [{ path: `${path}/${at}/source`, message: `No source ${source}` }],
    )
    if (!titles.some(({ title }) => title === row.title))
      faults.push({ path, message: `The title of ${row.code}, ${row.title}, is not among them` })
    const overlap = overlappingTitles(titles)
    if (overlap !== undefined) {
      const [first, second] = overlap.map(at => titles[at]!.title)
      faults.push({
        path: `${path}/${overlap[1]}`,
        message: `${row.code} has one title at a time: the periods of ${first} and ${second} overlap`,
      })
    }
    return faults
  })
}

const toTitle = (
  { title, from, to, source, verified, note }: NonNullable<SubjectRow['titles']>[number],
  row: SubjectRow,
  file: CredentialsFile,
): SubjectTitle => ({
  title,
  from,
  to,
  provenance: provenanceOf({ source: source ?? row.source, verified: verified ?? row.verified, note }, file),
})

/** Files from before there were periods name two titles at most, and no day. */
function titlesWithout(row: SubjectRow, file: CredentialsFile, known: SubjectContent | undefined): SubjectTitle[] {
  const named = [...(row.earlierTitle ? [row.earlierTitle] : []), row.title]
  if (known !== undefined && named.every(title => known.titles.some(each => each.title === title))) return known.titles
  return named.map(title => ({ title, from: null, to: null, provenance: provenanceOf(row, file) }))
}
