import t from 'tap'
import { CteError, readSheets, readTable } from '../src/index.ts'
import { workbookParts, zip } from './zip.ts'

const RUNS = Number(process.env.CTE_PROPERTY_RUNS ?? 800)
const SEED = Number(process.env.CTE_PROPERTY_SEED ?? 2026)
const COLUMNS = { code: { headings: ['Course Code'] }, title: { headings: ['Title'], optional: true } }
/** A file of a few kilobytes that takes longer than this hangs. */
const LONGEST_MS = 5000

const numbers = numbersFrom(SEED)
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const row = (n: number) => `<row r="${n}">${cell(`A${n}`, `71${n}`)}<c r="B${n}" s="0" t="s"><v>${n % 2}</v></c></row>`
const cells = `<row r="1">${cell('A1', 'Course Code')}${cell('B1', 'Title')}</row>${Array.from({ length: 8 }, (_, n) => row(n + 2)).join('')}`
const parts = workbookParts(
  cells,
  {
    'xl/sharedStrings.xml': '<sst><si><t>one &amp; two</t></si><si><r><t>th</t></r><r><t>ree</t></r></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>',
  },
  '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>',
)
const csv = Buffer.from(
  `Course Code,Title\r\n${Array.from({ length: 8 }, (_, n) => `71${n},"a, ""${n}"""`).join('\r\n')}`,
)

t.test(`${RUNS} files of each kind with a few bytes changed, seed ${SEED}: read, or refused in our words`, async t => {
  const made: Record<string, () => Buffer> = {
    'a workbook with bytes changed': () => mutated(zip(deflated())),
    'a workbook with its XML changed': () => zip(withOneMutated()),
    'CSV with bytes changed': () => mutated(csv),
  }
  for (const [kind, make] of Object.entries(made)) {
    const met = { read: 0, refused: 0 }
    let slowest = 0
    for (let run = 0; run < RUNS; run++) {
      const file = make()
      const begun = performance.now()
      try {
        readTable(await readSheets(file, { maxRows: 1000 }), COLUMNS, undefined)
        met.read++
      } catch (error) {
        met.refused++
        if (!(error instanceof CteError) || error.status >= 500)
          t.fail(`${kind}, run ${run}: ${error}`, { file: file.toString('base64'), cause: error })
      }
      slowest = Math.max(slowest, performance.now() - begun)
    }
    t.ok(slowest < LONGEST_MS, `${kind}: the slowest took ${Math.round(slowest)} ms`)
    t.ok(met.read > 0 && met.refused > 0, `${kind}: ${met.read} read, ${met.refused} refused`)
  }
})

function deflated(): typeof parts {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, { content: part as string, deflate: true }]),
  )
}

/** The bytes of one part, so that the zip file itself is whole and the XML is reached. */
function withOneMutated(): typeof parts {
  const names = Object.keys(parts)
  const name = names[below(names.length)]!
  return { ...parts, [name]: { content: mutated(Buffer.from(parts[name] as string)) } }
}

/** Up to four times: a byte flipped, a piece cut out, said twice, or put in from a list of what is troublesome. */
function mutated(whole: Buffer): Buffer {
  let file = whole
  for (let n = below(4); n >= 0; n--) {
    const [from, length] = [below(file.length), below(40)]
    const [before, after] = [file.subarray(0, from), file.subarray(from + length)]
    const middle = file.subarray(from, from + length)
    const choice = below(4)
    if (choice === 0) file = Buffer.concat([before, Buffer.from([below(256)]), file.subarray(from + 1)])
    else if (choice === 1) file = Buffer.concat([before, after])
    else if (choice === 2) file = Buffer.concat([before, middle, middle, after])
    else file = Buffer.concat([before, Buffer.from(TROUBLE[below(TROUBLE.length)]!), middle, after])
  }
  return file
}
const TROUBLE = [
  '<',
  '>',
  '"',
  "'",
  '&#x41;',
  '&#1114112;',
  '\0',
  '\ufeff',
  '\r',
  ',',
  '<!--',
  '<![CDATA[',
  '</c>',
  'r="XFD9"',
  '<!DOCTYPE a>',
  '-1',
  '1e999',
  'PK\x05\x06',
]

function below(count: number): number {
  return Math.floor(numbers() * Math.max(1, count))
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
