import { Readable } from 'node:stream'
import { constants, deflateRawSync } from 'node:zlib'
import readExcelFile from 'read-excel-file/node'
import t from 'tap'
import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import { type Cell, type CteError, readSheets, readTable, readWorkbook, streamCsv } from '../src/index.ts'
import { workbookParts, zip } from './zip.ts'

const COLUMNS = { code: { headings: ['Course Code'] }, title: { headings: ['Title', 'Name'] } }
const read = (file: Uint8Array | string) => readSheets(Buffer.from(file as string), { maxRows: 1000 })
const table = async (file: Uint8Array | string, sheet?: string) => readTable(await read(file), COLUMNS, sheet)
const refusal = (work: Promise<unknown>): Promise<CteError> =>
  work.then(
    () => {
      throw new Error('It was taken')
    },
    error => error as CteError,
  )
const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const HEAD = `<row r="1">${inline('A1', 'Course Code')}${inline('B1', 'Title')}</row>`
const book = (cells: string, more = {}, after = '') => zip(workbookParts(cells, more, after))
const made = (rows: (CellObject | null)[][], sheet = 'Sheet1') => writeExcelFile(rows, { sheet }).toBuffer()
const text = (value: string, more: object = {}): CellObject => ({ value, type: String, ...more }) as CellObject

t.test('cells are read as they stand: texts, numbers, days, truth, blanks', async t => {
  const file = await made([
    [text('Course Code'), text('Title'), text('Day')],
    [
      { value: 7100, type: Number },
      text('Ärzte & <Sons>\u00a0'),
      { value: new Date('2026-08-28T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
    ],
    [null, null, null],
    [text('9000-01'), { value: true, type: Boolean }, { value: 0.5, type: Number }],
  ])
  const [sheet] = await readWorkbook(file)
  t.equal(sheet!.name, 'Sheet1')
  t.strictSame(sheet!.rows, [
    ['Course Code', 'Title', 'Day'],
    [7100, 'Ärzte & <Sons>\u00a0', '2026-08-28'],
    [],
    ['9000-01', 'TRUE', 0.5],
  ])
  const byHand = book(
    `${HEAD}<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row><row r="5"><c r="B5" t="str"><v>_x0041_&#66;</v></c></row>`,
    {
      'xl/sharedStrings.xml':
        '<sst><si><r><t>Rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si><si><t>7100</t></si></sst>',
    },
  )
  t.strictSame((await readWorkbook(byHand))[0]!.rows, [
    ['Course Code', 'Title'],
    ['7100', 'Rich text'],
    [],
    [],
    [null, 'AB'],
  ])
})

t.test('what another reader makes of a workbook, we make of it too', async t => {
  const rows = Array.from({ length: 300 }, (_, n) =>
    ['abc', 'ünï', n % 7 === 0 ? null : `row ${n}`].map(value => (value === null ? null : text(value))),
  )
  const withNumbers = rows.map((row, n) => [
    ...row,
    n % 3 === 0 ? null : ({ value: n / 4, type: Number } as CellObject),
  ])
  const file = await made(withNumbers, 'Some & more')
  const [ours] = await readWorkbook(file)
  const [theirs] = await readExcelFile(Buffer.from(file))
  t.equal(ours!.name, theirs!.sheet)
  const padded = ours!.rows.map(row => Array.from({ length: 4 }, (_, column): Cell => row[column] ?? null))
  t.strictSame(padded, theirs!.data)
})

t.test('cells that are not to be trusted are named by row and column', async t => {
  const merged = await made([
    [text('Course Code'), text('Title')],
    [text('7100'), text('a', { rowSpan: 2 })],
    [text('7101'), null],
    [{ value: '=7000+102', type: 'Formula' } as CellObject, text('c')],
  ])
  t.strictSame((await table(merged)).faults, [
    { path: '/rows/4/Course Code', message: 'is made by a formula: paste its value' },
    { path: '/rows/2/Title', message: 'is merged with other cells: write each cell by itself' },
  ])
  const errors = book(`${HEAD}<row r="2"><c r="A2" t="e"><v>#REF!</v></c>${inline('B2', 'a')}</row>`)
  t.strictSame((await table(errors)).faults, [
    { path: '/rows/2/Course Code', message: 'holds the error #REF! instead of a value' },
  ])
  const cached = book(
    `${HEAD}<row r="2"><c r="A2"><f>1+1</f><v>7100</v></c><c r="B2"><f t="shared" si="0"/><v>1</v></c></row>`,
  )
  t.strictSame(
    (await table(cached)).faults.map(fault => fault.path),
    ['/rows/2/Course Code', '/rows/2/Title'],
  )
  const head = await made([
    [text('Course Code', { columnSpan: 2 }), null, text('Title')],
    [text('7100'), null, text('a')],
  ])
  t.match((await table(head)).faults, [{ path: '/rows/1/Course Code', message: /merged/ }])
})

t.test('a file without the table says what is missing and where it was nearest', async t => {
  const other = await made([[text('Course Code'), text('Course Code')]], 'Overview')
  t.match(await refusal(table(other)), {
    code: 'CTE_NO_TABLE',
    status: 422,
    message: /nearest is row 1 of Overview, which lacks Title and has Course Code twice\. Sheets: Overview/,
  })
  t.match(await refusal(table(other, 'Sheet2')), { message: /The sheet Sheet2 has none of them/ })
  t.match(await refusal(table('a;b\n1;2\n')), { code: 'CTE_NO_TABLE', message: /No row has any of them/ })
  t.strictSame((await table('Course Code,Name\n')).rows, [], 'headings alone are a table of no rows')
})

t.test('what is no table is told from how it begins', async t => {
  const files: [string | Buffer, string, RegExp][] = [
    ['', 'CTE_BAD_CSV', /it is empty/],
    ['%PDF-1.7 …', 'CTE_BAD_WORKBOOK', /a PDF/],
    ['\n <!DOCTYPE html><table>', 'CTE_BAD_WORKBOOK', /web page/],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'CTE_BAD_WORKBOOK', /password/],
    [Buffer.from('\ufeffCourse Code,Title', 'utf16le'), 'CTE_BAD_WORKBOOK', /UTF-16/],
    [Buffer.from('Course Code,Title\n7100,caf\xe9\n', 'latin1'), 'CTE_BAD_CSV', /not UTF-8/],
    ['Course Code,Title\n7100,a\0b\n', 'CTE_BAD_CSV', /NUL/],
    ['Course Code,Title\n7100,"a\n', 'CTE_BAD_CSV', /Quote/],
    [zip({ 'word/document.xml': '<w/>' }), 'CTE_BAD_WORKBOOK', /no workbook/],
  ]
  for (const [file, code, message] of files) t.match(await refusal(read(file)), { code, status: 422, message })
})

t.test('a zip file that is broken or lies is refused', async t => {
  const good = workbookParts(HEAD)
  const sheet = good['xl/worksheets/sheet1.xml'] as string
  const withSheet = (part: object) => zip({ ...good, 'xl/worksheets/sheet1.xml': { content: sheet, ...part } })
  t.ok(await read(withSheet({ deflate: true })))
  const whole = zip(good)
  const files: [Buffer, RegExp][] = [
    [whole.subarray(0, whole.length - 30), /no whole zip file/],
    [Buffer.concat([whole.subarray(0, 100), whole.subarray(150)]), /damaged|outside|not what/],
    [withSheet({ deflate: true, says: { size: 10 } }), /not what the file says/],
    [withSheet({ deflate: true, says: { size: 4_000_000_000 } }), /more than 64 MB/],
    [withSheet({ says: { crc: 1 } }), /not what the file says/],
    [withSheet({ says: { flags: 1 } }), /encrypted/],
    [withSheet({ says: { method: 12 } }), /not known here/],
    [withSheet({ says: { method: 8 } }), /cannot be unpacked/],
  ]
  for (const [file, message] of files) t.match(await refusal(read(file)), { code: 'CTE_BAD_WORKBOOK', message })
})

t.test('a gigabyte of zeros in a small file is given up without the memory for it', async t => {
  const data = zeros(1024)
  t.ok(data.length < 2_000_000, `${data.length} bytes packed`)
  for (const says of [{}, { size: 1000 }]) {
    const packed = { data, size: 1024 * 1024 * 1024, crc: 0 }
    const file = zip(workbookParts(HEAD, { 'xl/sharedStrings.xml': { content: '', packed, says } }))
    const peak = watchMemory()
    t.match(await refusal(read(file)), { code: 'CTE_BAD_WORKBOOK', message: /unpacks to more than 64 MB/ })
    t.ok(peak() < 300 * 1024 * 1024, `grew by ${Math.round(peak() / 1024 / 1024)} MB at most`)
  }
})

t.test('XML that grows, or a cell that is far out, takes nothing', async t => {
  const laughs = '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
  t.match(await refusal(read(book(HEAD, { 'xl/sharedStrings.xml': laughs }))), { message: /declares a document type/ })
  t.strictSame((await readWorkbook(book(`<row r="1">${inline('A1', '&b;')}</row>`)))[0]!.rows, [['&b;']])
  const peak = watchMemory()
  const far = (await readWorkbook(book(`${HEAD}<row r="1048576">${inline('XFD1048576', 'x')}</row>`)))[0]!.rows
  t.equal(far.length, 1_048_576)
  t.equal(far.at(-1)!.length, 16_384)
  const wide = Array.from({ length: 400 }, (_, n) => `<row r="${n + 2}">${inline(`XFD${n + 2}`, 'x')}</row>`).join('')
  t.match(await refusal(read(book(HEAD + wide))), { message: /more than 5000000 cells/ })
  t.ok(peak() < 300 * 1024 * 1024, `grew by ${Math.round(peak() / 1024 / 1024)} MB at most`)
  const ill: string[] = [
    '<row r="1"><c r="A1"></row>',
    `<row r="2">${inline('A2', 'a')}</row><row r="1"></row>`,
    `<row r="1">${inline('B1', 'a')}${inline('A1', 'b')}</row>`,
    '<row r="1"><c r="AAAA1"><v>1</v></c></row>',
    '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
    '<row r="1"><c r="A1"><v>one</v></c></row>',
    '<row r="1"><c r="A1" t="?"><v>1</v></c></row>',
    '<row r="1"><c r=A1><v>1</v></c></row>',
    `<row r="1" ${'x'.repeat(20_000)}></row>`,
  ]
  for (const cells of ill) t.equal((await refusal(read(book(cells)))).code, 'CTE_BAD_WORKBOOK', cells.slice(0, 60))
})

t.test('a CSV file is read while it comes, and ends where it is no CSV', async t => {
  const rows = async (...parts: (string | Buffer)[]) => {
    const found: [number, Cell][] = []
    for await (const row of streamCsv(Readable.from(parts.map(part => Buffer.from(part))), COLUMNS))
      found.push([row.number, row.cells.code])
    return found
  }
  const accent = Buffer.from('Name,Course Code\né,7100\n')
  t.strictSame(await rows(accent.subarray(0, 18), accent.subarray(18)), [[2, '7100']], 'a letter may be cut in two')
  t.strictSame(await rows('\ufeffName,Course Code\n\nb,7101\n'), [[3, '7101']])
  t.match(await refusal(rows('Name\nb\n')), { code: 'CTE_BAD_CSV', errors: [{ path: '/header/Course Code' }] })
  t.match(await refusal(rows('Name,Course Code\n', Buffer.from([0x62, 0xe9, 0x2c, 0x37, 0x0a]))), {
    message: /not UTF-8/,
  })
  t.match(await refusal(rows('Name,Course Code\n', Buffer.from([0xe9]))), { message: /not UTF-8/ })
  t.match(await refusal(rows('Name,Course Code\nb\0,7\n')), { errors: [{ path: '/rows/2' }] })
  t.match(await refusal(rows(`Name,Course Code\n${'x'.repeat(200_000)}`)), { code: 'CTE_BAD_CSV' })
  t.match(await refusal(rows('')), { message: /empty/ })
  const broken = new Readable({
    read() {
      this.destroy(new Error('The line went dead'))
    },
  })
  t.match(await refusal(streamCsv(broken, COLUMNS).next()), { message: /went dead/ })
})

/** So many megabytes of zeros: one, packed so that it may be repeated, as often. */
function zeros(megabytes: number): Buffer {
  const one = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: megabytes }, () => one), deflateRawSync(Buffer.alloc(0))])
}

/** The most that the process has grown by since, as far as a look now and then tells. */
function watchMemory(): () => number {
  const before = process.memoryUsage().rss
  let most = 0
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss - before)
  }
  const timer = setInterval(look, 5)
  timer.unref()
  return () => {
    look()
    return most
  }
}
