import type { ChangeClass } from '@cte-align/contracts'
import { type Block, counted, type Inline, type Line, link, paragraph, table, terms, words } from './paper.ts'
import type { PaperData, Row } from './paper-data.ts'
import type { Sources } from './sources.ts'
import { HAPPENS, stateWords } from './why.ts'
import { itemWords, SEVERITY_WORDS, UNKNOWN } from './wording.ts'

const MOST = 250
const SUGGESTED =
  '"Suggested code change" is worked out from the standards, in the words of the national list of course codes (SCED). CALPADS decides; "unknown" means that the standards do not say.'

/** A row for each course code: what happens, and what follows. */
export function courseCodes(data: PaperData, sources: Sources): Block[] {
  const { calpads } = data.agencies
  const { suggested } = data
  const rows = calpads.rows.slice(0, MOST).sort((a, b) => (a.dependent.key < b.dependent.key ? -1 : 1))
  const lines = rows.map((row): Line[] => [
    [link(row.dependent.key, sources.dependent(calpads, row), row.flag === null ? '(row of the preview)' : '(flag)')],
    [words(row.dependent.title)],
    [row.dependent.level ?? UNKNOWN],
    placeOf(row),
    whatHappens(row),
    successor(row, data),
    [SEVERITY_WORDS[row.severity].name],
    ...(suggested === null ? [] : [[hangsOnAll(row) ? UNKNOWN : (suggested.get(row.dependent.key) ?? UNKNOWN)]]),
    ...(row.flag === null ? [] : [[stateWords(row.flag)]]),
  ])
  const columns = [
    'Course code',
    'Title',
    'Level',
    'Hangs on',
    'What happens',
    'What follows it in the standards',
    'Asks',
  ]
  const more = calpads.total - rows.length
  return [
    ...table(
      'Course codes touched',
      [...columns, ...(suggested === null ? [] : ['Suggested code change']), ...(rows[0]?.flag ? ['CALPADS'] : [])],
      lines,
    ),
    ...(more > 0
      ? [
          paragraph(
            `Shown here: the ${rows.length} that are touched most gravely, of `,
            counted(calpads.total, ['course code', 'course codes'], sources.dependents(calpads)),
            '.',
          ),
        ]
      : []),
    ...(rows.length === 0
      ? [paragraph('None.')]
      : [
          ...(suggested === null ? [] : [paragraph(SUGGESTED)]),
          terms(Object.values(SEVERITY_WORDS).map(({ name, means }) => ({ term: name, line: [means] }))),
        ]),
  ]
}

function placeOf(row: Row): Line {
  const { place, first } = row
  if (first.order === 2) return ['no item of its own; an authorization for it is touched']
  if (hangsOnAll(row)) return ['every sector']
  return place === null ? [UNKNOWN] : itemWords(place)
}

/** In the words of who reads it for one code. */
function whatHappens(row: Row): Line {
  const { first, way } = row
  const { item, class: name, order } = first
  const happens = `${HAPPENS[name]}${STAYS.has(name) ? '; the course code stays' : ''}`
  if (order === 1 && way === 'own' && !hangsOnAll(row)) return [`this ${item.kind} ${happens}`]
  if (order === 1 && way === 'above') return ['of what it holds, ', ...itemWords(item), ` ${happens}`]
  return [...itemWords(item), ` ${happens}`]
}
const STAYS: ReadonlySet<ChangeClass> = new Set(['recode', 'label', 'editorial'])

/** Only where the item that it hangs on goes away; what the state course code itself becomes, CALPADS decides. */
function successor(row: Row, { changes }: PaperData): Line {
  const { first, way, place } = row
  if (first.order === 2) return ['not needed']
  if (hangsOnAll(row)) return ['not needed: others stay']
  if (way === 'above' && place !== null) return [`not needed: the ${place.kind} stays`]
  if (first.assignment === 'undecided') return ['unknown: not assigned to any part yet']
  if (first.assignment !== null) return itemWords(first.assignment)
  const next = changes.successors.get(first.change)
  if (next === undefined) return ENDING.has(first.class) ? [UNKNOWN] : ['not needed: it stays']
  if (next === 'unknown') return [UNKNOWN]
  if (next === 'none') return ['none']
  return next.flatMap((item, at): Inline[] => [...(at === 0 ? [] : ['; ']), ...itemWords(item)])
}
/**
 * A course code of a wildcard (7000) hangs on every sector. A change that ends its item would be breaking for any other code; only
 * a wildcard or a doubt keeps it below (packages/impact/src/severity.ts).
 */
const hangsOnAll = ({ severity, first, way, doubts }: Row): boolean =>
  first.order === 1 &&
  severity === 'review' &&
  ENDING.has(first.class) &&
  (way === 'own' || way === 'below') &&
  doubts.length === 0

const ENDING: ReadonlySet<ChangeClass> = new Set(['retired', 'split', 'merged'])
