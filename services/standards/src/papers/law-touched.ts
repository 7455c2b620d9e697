import { type Block, counted, joined, type Line, link, list, paragraph, words } from './paper.ts'
import type { PaperData } from './paper-data.ts'
import type { Sources } from './sources.ts'
import { stateWords } from './why.ts'
import { SEVERITY_WORDS } from './wording.ts'

const BEYOND = 'No other law was looked for.'

/** What of law, as the Commission keeps it, speaks of what changes: the number of sectors, or their titles. Nothing else is looked for, and the paper says so. */
export function lawTouched(data: PaperData, sources: Sources): Block[] {
  const { changes, agencies } = data
  const { law } = agencies.ctc
  if (law.length === 0) {
    return [
      paragraph(
        changes.ofLists.length === 0
          ? `The change leaves the number and the titles of the sectors as they are, which is what the law that is known here speaks of. ${BEYOND}`
          : `The number or a title of the sectors or clusters changes; the Commission has flagged no section of law for it. ${BEYOND}`,
      ),
    ]
  }
  const items = [...new Map(changes.ofLists.map(({ item }) => [item.id, item])).values()]
  return [
    paragraph(...today(data, sources)),
    ...list(lawLines(data, sources)),
    paragraph(
      'Touched by the change to ',
      ...joined(
        items.map(
          (item): Line => [link(item.key, sources.changes({ item: item.id }), `(${item.kind}), the change in full`)],
        ),
        ', ',
      ),
      `. Whether it must be amended is a question for counsel. ${BEYOND}`,
    ),
  ]
}

/** Each section touched, what it is about, and what that asks. */
export function lawLines({ agencies: { ctc } }: PaperData, sources: Sources): Line[] {
  return ctc.law.map((row): Line => {
    const { dependent, severity, unverified, flag } = row
    return [
      link(inFull(dependent.key), sources.dependent(ctc, row), flag === null ? '(row of the preview)' : '(flag)'),
      ': ',
      link(dependent.title, sources.catalogue(dependent)),
      `. Asks: ${SEVERITY_WORDS[severity].name.toLowerCase()}`,
      unverified ? '; that it is touched is inferred, not verified' : '',
      flag === null ? '.' : '; ',
      ...(flag === null ? [] : [words(stateWords(flag)), '.']),
    ]
  })
}

/** `EC 44260.9` as a reader outside the field knows it. */
function inFull(citation: string): string {
  return citation
    .replace(/^EC /, 'Education Code section ')
    .replace(/^(\d+) CCR /, 'California Code of Regulations, title $1, section ')
}

function today({ of, sectors }: PaperData, sources: Sources): Line {
  const { framework, release, before, after } = sectors
  if (release === 0 || before + after === 0) return []
  return [
    of.kind === 'proposal' ? 'The framework has ' : 'Before this release the framework had ',
    counted(before, ['sector', 'sectors'], sources.sectors(framework, release)),
    before === after ? '; the number stays.' : `; this change makes it ${after.toLocaleString('en-US')}.`,
  ]
}
