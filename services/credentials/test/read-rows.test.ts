import t from 'tap'
import { CredentialsFile } from '../src/import-file.ts'
import { readRows } from '../src/read-rows.ts'
import { authorization, catalogue, subject } from './builders.ts'

const nothing = { subjects: [], documents: [], authorizations: [] }
const read = (more = {}) => readRows(CredentialsFile.parse(catalogue(more)), nothing)

t.test('a row keeps the text of its source, not the key', async t => {
  const { rows, faults } = read()
  t.strictSame(faults, [])
  t.strictSame(rows.subjects.get('ANR')?.provenance, { source: 'CTC sort table', verified: true, note: null })
})

t.test('an empty text and null both say nothing', async t => {
  const { rows } = read({ authorizations: [authorization('CTE/R4T/ANR', { notes: '  ' })] })
  t.equal(rows.authorizations.get('CTE/R4T/ANR')?.notes, null)
})

t.test('codes that are not given have a place in the key', async t => {
  const { rows } = read()
  t.ok(rows.authorizations.has('BIPT/_/ANR'))
  t.ok(rows.authorizations.has('TC4H/R4H/_'))
})

t.test('a cover is verified only where authorization and subject both are', async t => {
  const { rows } = read({
    subjects: [subject('ANR', 'AGR', { verified: false })],
    authorizations: [authorization('CTE/R4T/ANR')],
  })
  t.match(rows.authorizations.get('CTE/R4T/ANR')?.covers, [{ item: 'AGR', verified: false }])
})

t.test('a subject that the catalogue knows already need not be in the file', async t => {
  const first = read().rows
  const file = CredentialsFile.parse(
    catalogue({ subjects: [], documents: [], authorizations: [authorization('CTE/R4T/FAB')] }),
  )
  const known = { subjects: [...first.subjects.values()], documents: ['CTE'], authorizations: [] }
  const { rows, faults } = readRows(file, known)
  t.strictSame(faults, [])
  t.match(rows.authorizations.get('CTE/R4T/FAB')?.covers, [{ item: 'BUS', basis: 'subject code FAB' }])
})
