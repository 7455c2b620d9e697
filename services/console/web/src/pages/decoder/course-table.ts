export interface CourseTableFields {
  edition: string
  title: string
  publishedOn: string
  source: string
  verified: boolean
}
export const NO_FIELDS: CourseTableFields = { edition: '', title: '', publishedOn: '', source: '', verified: false }

export function courseTableFaults(fields: CourseTableFields, file: File | undefined) {
  return {
    ...(!file && { file: 'Choose the file' }),
    ...(!fields.edition.trim() && { edition: 'Say what the edition is to be called' }),
    ...(!fields.title.trim() && { title: 'Give it a title' }),
    ...(!fields.source.trim() && { source: 'Say where the file comes from' }),
  }
}

export const courseTableQuery = ({ edition, title, publishedOn, source, verified }: CourseTableFields) => ({
  edition: edition.trim(),
  title: title.trim(),
  source: source.trim(),
  ...(publishedOn && { publishedOn }),
  ...(verified && { verified: 'true' as const }),
})
