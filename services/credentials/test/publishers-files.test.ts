import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '@cte-align/service'
import t from 'tap'
import { z } from 'zod'
import { authorization, authorizationCode, catalogue, document, vocational } from './builders.ts'
import { withCredentials } from './with-credentials.ts'

// CTC's own tables are not part of this repository: these tests run where they lie beside it.
const FILES = join(import.meta.dirname, '../../../../shared/data/reference')
const skip = existsSync(FILES) ? false : 'needs the publishers’ files in ../shared/data/reference'
const text = z.string()
const sourced = { source: text, verified: text }
const read = <T extends z.ZodObject>(name: string, columns: T) => readCsv(readFileSync(join(FILES, name)), { columns })
const sources = { s1: 'hypothetical', own: 'CTC, as the row names it' }
const own = (row: { verified: string }) => ({ source: 'own', verified: row.verified === 'yes' })

t.test('statements, the sort table and occupations come in as they are', { skip }, async t => {
  const service = await withCredentials(t)
  if (service === null) return
  const { call } = service
  const statements = read(
    'ctc_authorization_statements.csv',
    z.strictObject({ authorization_code: text, statement: text, source_truncated: text, family: text, ...sourced }),
  )
  const occupations = read(
    'ctc_vocational_subjects_sample.csv',
    z.strictObject({
      document_code: text,
      subject_code: text,
      subject_title: text,
      sector_subject_code: text,
      note: text,
      ...sourced,
    }),
  )
  const sorted = read(
    'ctc_authorization_sort_table.csv',
    z.strictObject({
      document_code: text,
      authorization_title: text,
      authorization_code: text,
      subject_code: text,
      subject_title: text,
      notes: text,
      ...sourced,
    }),
  ).filter(row => row.authorization_code === 'R2M')
  const documents = [...new Set([...occupations, ...sorted].map(row => row.document_code))]
  const { status, body } = await call(
    'POST',
    '/imports',
    catalogue({
      sources,
      documents: [...catalogue().documents, ...documents.map(code => document(code))],
      authorizations: [
        ...catalogue().authorizations,
        ...new Map(
          sorted.map(row => {
            const key = `${row.document_code}/R2M/${row.subject_code}`
            const more = { title: row.authorization_title, cteRelation: 'general_education_only', ...own(row) }
            return [key, authorization(key, more)]
          }),
        ).values(),
      ],
      authorizationCodes: [
        ...statements.map(row =>
          authorizationCode(row.authorization_code, {
            statement: row.statement,
            truncated: row.source_truncated === 'yes',
            family: row.family,
            ...own(row),
          }),
        ),
        authorizationCode('R2M'),
      ],
      vocationalSubjects: occupations.map(row =>
        vocational(`${row.document_code}/${row.subject_code}`, {
          title: row.subject_title,
          sectorSubject: row.sector_subject_code === '' ? null : row.sector_subject_code,
          ...own(row),
        }),
      ),
    }),
  )
  t.equal(status, 200, JSON.stringify(body).slice(0, 2000))
  t.match(body.sections, { authorizationCodes: { added: 26 }, vocationalSubjects: { added: 46 } })
  t.strictSame((await call('GET', '/authorization-codes/R2M')).body.documents, [
    'TC13',
    'TC14',
    'TC2',
    'TC7',
    'TLA2',
    'TPSL',
  ])
  const lost = statements.filter(row => row.source_truncated === 'yes').map(row => row.authorization_code)
  t.ok(lost.length > 0)
  const shown = await call('GET', '/authorization-codes?truncated=true')
  t.strictSame(
    shown.body.items.map((row: { code: string }) => row.code),
    lost.toSorted(),
  )
  const weld = await call('GET', '/vocational-subjects?q=WELD')
  t.match(weld.body.items, [{ key: 'TC4P/WELD', title: 'Welding', sectorSubject: null }])
})
