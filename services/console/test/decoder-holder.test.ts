import t from 'tap'
import {
  authorizationOf,
  type HolderCodes,
  holderFaults,
  NO_DAYS,
  onDocument,
  questionOf,
  schoolYearOf,
  schoolYears,
} from '../web/src/pages/decoder/holder.ts'
import { endsBroken, readLines } from '../web/src/pages/decoder/lines.ts'
import { tableType } from '../web/src/pages/decoder/read-file.ts'
import { placeOf } from '../web/src/pages/decoder/row-faults.ts'

const codes: HolderCodes = {
  courseCode: ' 7600 ',
  schoolYear: '2026-27',
  side: 'current',
  documents: [{ documentCode: 'CTE', authorizationCode: 'R4T', subjectCode: '' }],
}

t.test('what is blank is asked as not known, never as an empty code', async t => {
  const asked = questionOf(codes, [{ ...NO_DAYS, issued: '2012-05-01', expires: '2020-01-01', forLife: true }], [])
  t.strictSame(asked, {
    ...{ courseCode: '7600', schoolYear: '2026-27', side: 'current' },
    documents: [
      {
        ...{ documentCode: 'CTE', authorizationCode: 'R4T', subjectCode: null, printedTitle: null },
        ...{ issued: '2012-05-01', added: null, expires: 'never' },
      },
    ],
  })
  t.strictSame(questionOf(codes, [], []).documents[0]!.expires, null)
})

t.test('a course code has four digits, and each document a code', async t => {
  t.strictSame(holderFaults(codes), {})
  const two = {
    ...codes,
    courseCode: '760',
    documents: [...codes.documents, { ...codes.documents[0]!, documentCode: ' ' }],
  }
  t.strictSame(Object.keys(holderFaults(two)), ['courseCode', 'document 1'])
})

t.test('a school year turns on 1 July, and 2099 is followed by 00', async t => {
  t.equal(schoolYearOf('2027-06-30'), '2026-27')
  t.equal(schoolYearOf('2027-07-01'), '2027-28')
  t.strictSame(schoolYears('2099-08-01', { back: 1, ahead: 1 }), ['2098-99', '2099-00', '2100-01'])
})

const known = [
  ['CTE', 'R4T', 'ANR', 'Agriculture'],
  ['CTE', 'R4T', 'EU', 'Energy'],
  ['CTE', 'S17C', null, null],
  ['TC1', 'R1S', 'AGRI', null],
  ['BIPT', null, 'EU', 'Energy'],
].map(([documentCode, authorizationCode, subjectCode, subjectTitle]) => ({
  documentCode: documentCode!,
  authorizationCode: authorizationCode ?? null,
  subjectCode: subjectCode ?? null,
  subjectTitle: subjectTitle ?? null,
}))
const document = (documentCode: string, subjectCode = '', authorizationCode: string | null = null) => ({
  ...{ documentCode, authorizationCode, subjectCode },
})

t.test('a document proposes its own authorizations, and an authorization its own subjects', async t => {
  t.strictSame(onDocument(document('CTE'), known).authorizations, ['R4T', 'S17C'])
  t.strictSame(onDocument(document('CTE', '', 'S17C'), known).subjects, [])
  t.strictSame(onDocument(document('TC1', '', 'R1S'), known).subjects, [['AGRI', '']])
})

t.test(
  'the authorization code is filled in where only one can be meant, and never over what somebody typed',
  async t => {
    const of = (...given: Parameters<typeof document>) => authorizationOf(document(...given), known)
    t.equal(of('TC1'), 'R1S')
    t.equal(of('CTE'), '', 'two are possible')
    t.equal(of('CTE', 'EU'), 'R4T', 'the subject tells them apart')
    t.equal(of('CTE', 'EU', ''), '', 'somebody says that it is not known')
    t.equal(of('CTE', 'EU', 'S17C'), 'S17C')
    t.equal(of('BIPT', 'EU'), '', 'a gap of the source stays one')
    t.equal(of('NEW'), '')
  },
)

t.test('an answer is counted line by line as it comes', async t => {
  const body = 'row,profile,courseCode,count,verdict\n2,P1,7400,12,authorized\n3,P2,7300,3,review\n'
  const told: number[] = []
  const streamed = await readLines(new Response(body), lines => told.push(lines))
  t.equal(await streamed.blob.text(), body)
  t.match({ ...streamed, told }, { lines: 2, broken: false, told: [2] })
})

t.test('a file that could not be read to its end is told apart from a row in error', async t => {
  t.ok(endsBroken('2,P1,7400,12,authorized,,\n0,,,0,error,,,,the file breaks off,,\n'))
  t.notOk(endsBroken('3,P2,,3,error,,,,"/rows/3/course code must be a course code",,\n'))
})

t.test('a refused file throws what the service says', async t => {
  const refused = { code: 'CTE_HOLDERS_BUSY', title: 'Busy', detail: 'Come again' }
  const response = Response.json(refused, { status: 503 })
  await t.rejects(
    readLines(response, () => {}),
    { code: 'CTE_HOLDERS_BUSY', status: 503 },
  )
})

t.test('a fault is placed by row and column as in the file', async t => {
  t.strictSame(placeOf('/rows/12/Course Code'), { row: '12', column: 'Course Code' })
  t.strictSame(placeOf('/rows/3'), { row: '3', column: 'the whole row' })
  t.strictSame(placeOf('/rows/4/Notes or~1and'), { row: '4', column: 'Notes or/and' })
  t.strictSame(placeOf(''), { row: '–', column: 'the file' })
  t.equal(tableType('Table.XLSX'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  t.equal(tableType('table.csv'), 'text/csv')
})
