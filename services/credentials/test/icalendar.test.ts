import fc from 'fast-check'
import t from 'tap'
import { toICalendar } from '../src/workflows/icalendar.ts'

const event = (more = {}) => ({
  uid: 'w1-notice@cte-align',
  day: '2027-06-01',
  summary: 'Notice',
  description: '',
  tentative: false,
  ...more,
})
const stamp = new Date('2026-11-22T12:00:00Z')
const made = (more = {}) => toICalendar('Workflow', [event(more)], stamp)

t.test('an all-day event is told in the words of RFC 5545', async t => {
  t.strictSame(made({ tentative: true }).split('\r\n'), [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//cte-align//workflow calendar//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Workflow',
    'BEGIN:VEVENT',
    'UID:w1-notice@cte-align',
    'DTSTAMP:20261122T120000Z',
    'DTSTART;VALUE=DATE:20270601',
    'SUMMARY:Notice',
    'DESCRIPTION:',
    'STATUS:TENTATIVE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

t.test('commas, semicolons, backslashes and ends of lines are escaped', async t => {
  t.match(made({ summary: 'A, B; C\\D\nE\r\nF\u0007' }), 'SUMMARY:A\\, B\\; C\\\\D\\nE\\nF\r\n')
})

t.test('whatever the text, lines have 75 octets at most, whole characters, and unfold to what was said', async t => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
      const file = made({ description: text })
      const lines = file.split('\r\n')
      const unfolded = file.replaceAll('\r\n ', '')
      const [, said] = /\r\nDESCRIPTION:(.*)\r\nSTATUS/s.exec(unfolded)!
      const back = said!.replace(/\\(.)/gs, (_, character) => (character === 'n' ? '\n' : character))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      const expected = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
      // What a cut character leaves behind, unless somebody wrote it.
      const torn = !text.includes('\ufffd') && file.includes('\ufffd')
      return lines.every(line => Buffer.byteLength(line) <= 75) && !torn && back === expected
    }),
    { numRuns: 300 },
  )
  t.pass('300 texts')
})
