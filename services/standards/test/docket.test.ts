import { readCsv } from '@cte-align/service'
import t from 'tap'
import { z } from 'zod'
import { commenting, RECODE, STAFF } from './commenting.ts'
import { type Answer, skipped, standards } from './standards.ts'

const text = z.string()
const Line = z.strictObject({
  ...{ Comment: text, Thread: text, 'Reply to': text, Status: text, About: text, Text: text, Session: text },
  ...{ Region: text, 'Role of the commenter': text, People: text, Recorded: text, Disposition: text, Reason: text },
  ...{ 'Operations it led to': text, Answered: text },
})
const linesOf = ({ body }: Answer) => readCsv(body, { columns: Line })

/** Whether every tag that is opened is closed in its turn; gives the tags that are not. */
function unbalanced(html: string): string[] {
  const open: string[] = []
  for (const [, slash, name] of html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/g)) {
    if (['meta', 'br'].includes(name!)) continue
    if (slash === '') open.push(name!)
    else if (open.pop() !== name) return [...open, `/${name}`]
  }
  return open
}

t.test('the docket tells each comment with its answer, the unanswered first', { skip: skipped }, async t => {
  const system = await standards(t, { now: () => new Date('2026-03-01T04:00:00Z') })
  const { said, step, edit, id } = await commenting(system)
  const answered = await said('Please change it', {
    session: { kind: 'town-hall', name: 'Fresno hall', day: '2025-10-01', place: 'Fresno' },
    region: 'Central',
    count: 3,
  })
  await said('So do we', { replyTo: answered.id })
  const gone = await said('Withdrawn', { about: { on: 'item', item: 'ICT' } })
  const lapsed = await said('About an operation', { about: { on: 'operation', operation: 0 } })
  const open = await said('Nobody answered', { about: { on: 'item', item: 'EEU.A' } })
  const reply = await said('Nor me', { replyTo: open.id })
  await said('Nor me, deeper', { replyTo: reply.id })
  await step(answered, 'disposition', { disposition: 'partly', operations: [1], reason: 'half of it' })
  await step(lapsed, 'disposition', { disposition: 'accepted', operations: [0], reason: 'yes' })
  await step(gone, 'withdraw', { reason: 'said twice' }, 1, STAFF)
  await edit([RECODE])

  const csv = await system.call('GET', `/proposals/${id}/docket?format=csv`)
  const lines = linesOf(csv)
  t.strictSame(
    lines.map(line => [line.Comment, line.Thread, line['Reply to'], line.Status]),
    [
      ['4', '4', '', 'UNANSWERED: the operation it led to is gone or changed'],
      ['5', '5', '', 'UNANSWERED'],
      ['6', '5', '5', 'reply'],
      ['7', '5', '6', 'reply'],
      ['1', '1', '', 'answered'],
      ['2', '1', '1', 'reply'],
      ['3', '3', '', 'withdrawn: said twice'],
    ],
  )
  t.match(lines[4], {
    About: 'the whole proposal',
    Session: 'town hall, Fresno hall, Fresno, 2025-10-01',
    Region: 'Central',
    People: '3',
    Recorded: '2026-02-28 by CTC commenter',
    Disposition: 'partly',
    Reason: 'half of it',
    'Operations it led to': 'operation 1: recode EEU.A1.1 as A1.9',
    Answered: '2026-02-28 by CDE editor',
  })
  t.match(lines[0]!.About, 'what was operation 1: retitle EEU "Energy (hypothetical)" (it is gone since)')
  t.match(lines[1]!.About, 'pathway EEU.A "Environmental Resources"')
  t.notMatch(csv.body, /\b(?:sam|ed)\b/, 'nobody is named, staff neither')

  const { body } = await system.call('GET', `/proposals/${id}/docket?format=html`)
  const at = (words: string) => body.indexOf(words)
  t.ok(
    0 < at('UNANSWERED: the operation') &&
      at('Nobody answered') < at('Answered or withdrawn') &&
      at('Answered or withdrawn') < at('Please change it'),
  )
  t.match(body, /<th scope="row"><bdi>Unanswered<\/bdi><\/th><td>2 \(1 of them answered before/)
  t.match(body, 'Led to: operation 1: recode EEU.A1.1 as A1.9')
  t.notMatch(body, />(?:sam|ed)\b/)
})

t.test('the document stands by itself and is built for all readers', { skip: skipped }, async t => {
  const system = await standards(t)
  const { said, id } = await commenting(system)
  const fetched = (accept?: string, query = '') =>
    system.call('GET', `/proposals/${id}/docket${query}`, undefined, accept === undefined ? {} : { accept })
  t.match((await fetched()).body, /Nobody has commented/)
  await said('One')
  const response = await system.app.inject({
    url: `/proposals/${id}/docket`,
    headers: { accept: 'text/html,*/*;q=0.8' },
  })
  const html = response.body
  t.match(response.headers, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': /^default-src 'none'/,
    vary: 'accept',
  })
  t.match(html, /^<!doctype html>\n<html lang="en">/)
  t.equal(html.match(/<h1/g)!.length, 1)
  t.match(html, /<title>Docket of comments: A change<\/title>/)
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
  t.ok(
    levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1),
    `headings ${levels}`,
  )
  t.equal(html.match(/<table/g)!.length, html.match(/<caption>/g)!.length, 'each table has its caption')
  for (const [heading] of html.matchAll(/<th\b[^>]*>/g)) t.match(heading, /scope="(?:col|row)"/)
  t.match(html, /@media print/)
  t.match(html, /width=device-width/)
  t.notMatch(html, /<script|<link|<img|https?:|@import|url\(/i, 'nothing is fetched')
  t.strictSame(unbalanced(html), [])

  const type = (answer: Answer) => (answer.body.startsWith('<!doctype') ? 'html' : answer.body.slice(0, 8))
  t.equal(type(await fetched()), 'html')
  t.equal(type(await fetched('text/csv')), 'Comment,')
  t.equal(type(await fetched('text/html;q=0.1, text/csv;q=0.5')), 'Comment,')
  t.equal(type(await fetched('text/csv', '?format=html')), 'html')
  t.equal(type(await fetched('application/json', '?format=csv')), 'Comment,')
  t.match(await fetched('application/json'), { status: 406, body: { code: 'CTE_NOT_ACCEPTABLE' } })
  t.match(await fetched('text/html;q=0'), { status: 406 })
  t.match(await fetched(undefined, '?format=pdf'), { status: 400, body: { errors: [{ path: '/query/format' }] } })
  t.match(await system.call('GET', '/proposals/none-such/docket'), {
    status: 404,
    body: { code: 'CTE_NO_SUCH_PROPOSAL' },
  })
})

t.test('hostile texts stay texts, in a browser and in a spreadsheet', { skip: skipped }, async t => {
  const system = await standards(t)
  const opened = await system.call('POST', '/proposals', {
    framework: 'mcs',
    title: '</title><script>alert(0)</script>',
    description: '"><img src=x onerror=alert(1)>',
  })
  const hostile = [
    '<script>alert(2)</script>',
    '</td></table></main><h1>Mine</h1>',
    '<!-- ',
    '&lt;b&gt; &amp;',
    "' onmouseover='alert(3)",
    '=HYPERLINK("file:///x";"click")',
    '+1+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    '\uff1d1+1',
    '\u202egnp.exe \u2066x',
    'ends with \u200f',
    'a\u0001b\u0085c\u2028d',
    'two\nlines, "quoted"; and;more\r\nand a third',
    '\ufeff=1+1',
    'עברית and العربية',
  ]
  const session = { kind: 'town-hall', name: '=1+1', place: '<i>Fresno' }
  const url = `/proposals/${opened.body.id}`
  for (const body of hostile) {
    const answer = await system.call('POST', `${url}/comments`, {
      text: body,
      session,
      region: '@x',
      commenterRole: 'other',
    })
    t.equal(answer.status, 201)
  }
  const [first] = (await system.call('GET', `${url}/comments`)).body.items
  const answer = { disposition: 'declined', reason: '<svg onload=alert(4)>' }
  await system.call('POST', `${url}/comments/${first.id}/disposition`, answer, { 'if-match': '"v1"' })

  const { body: html } = await system.call('GET', `${url}/docket?format=html`)
  // Titles of their own: tap would write the texts into its stream.
  t.notMatch(html, /<(?:script|img|svg|i|b)\b/i, 'no element comes from a text')
  t.notMatch(html, /<!--/)
  t.equal(html.match(/<h1/g)!.length, 1)
  t.strictSame(unbalanced(html), [])
  t.strictSame([...html.matchAll(/<[^>]*\son[a-z]+=/gi)], [])
  t.match(html, '&lt;script&gt;alert(2)&lt;/script&gt;')
  t.match(html, '&amp;lt;b&amp;gt; &amp;amp;', 'what looks escaped already is shown as it was written')
  t.match(html, '<p dir="auto">\u202egnp.exe \u2066x</p>', 'marks act within their own paragraph alone')
  t.match(html, 'a\ufffdb\ufffdc')
  t.match(html, '<p dir="auto">two</p><p dir="auto">lines, &quot;quoted&quot;; and;more</p>')

  const csv = await system.call('GET', `${url}/docket?format=csv`)
  const lines = linesOf(csv)
  t.equal(lines.length, hostile.length)
  const byNumber = new Map(lines.map(line => [Number(line.Comment), line]))
  for (const line of lines)
    for (const [column, cell] of Object.entries(line)) t.notMatch(cell, /^[=+\-@\uff1d\t\r]/, column)
  t.equal(byNumber.get(6)!.Text, `'${hostile[5]}`)
  t.equal(byNumber.get(14)!.Text, hostile[13])
  t.match(byNumber.get(1), { Region: "'@x", Session: 'town hall, =1+1, <i>Fresno' })
})

t.test('a thousand comments (or CTE_COMMENTS of them) are listed, counted and exported', { skip: skipped }, async t => {
  const system = await standards(t)
  const { send, step, list, summary, id, url } = await commenting(system)
  const rows = Number(process.env.CTE_COMMENTS ?? 1000)
  const line = (n: number) => {
    const reply = n % 5 === 0 ? `r${n - 1}` : ''
    return `r${n},${reply},item,EEU.A,Comment number ${n} ${'of many words '.repeat(20)},town-hall,Region ${n % 9},teacher`
  }
  const file = ['ref,replyTo,on,item,text,session,region,role', ...Array.from({ length: rows }, (_, n) => line(n + 1))]
  t.match(await send(file.join('\n')), { status: 200, body: { added: rows } })
  t.match(await send(file.join('\n')), { status: 200, body: { added: 0, unchanged: rows } })
  const [first] = await list('limit=1')
  await step(first, 'disposition', { disposition: 'declined', reason: 'thank you' })

  let [seen, cursor] = [0, '']
  do {
    const { body } = await system.call('GET', `${url}?view=thread&limit=200${cursor}`)
    for (const { replies } of body.items) seen += 1 + replies.length
    cursor = body.next === null ? '' : `&cursor=${body.next}`
  } while (cursor !== '')
  t.equal(seen, rows)
  t.match(await summary(), {
    total: rows,
    replies: rows / 5,
    unanswered: (rows * 4) / 5 - 1,
    byItem: [{ comments: rows }],
    byRegion: { length: 9 },
  })
  t.equal((await list('unanswered=true&limit=200')).length, 200)
  const lines = linesOf(await system.call('GET', `/proposals/${id}/docket?format=csv`))
  t.equal(lines.length, rows)
  t.equal(new Set(lines.map(each => each.Comment)).size, rows)
  t.match(lines.at(-1), { Comment: '1', Status: 'answered' })
  const { body } = await system.call('GET', `/proposals/${id}/docket?format=html`)
  t.equal(body.match(/<th role="rowheader"/g)!.length, rows)
  t.ok(body.endsWith('</html>\n'))
})
