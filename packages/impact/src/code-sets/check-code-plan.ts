import {
  type CodeChange,
  type CodeSetRow,
  censusDay,
  firstDayOf,
  KIND_EFFECTS,
  type PlanContent,
  type PlanFinding,
  type SchoolYear,
} from '@cte-align/contracts'
import { codeInForce, daysOf } from './code-in-force.ts'
import { leavesItsCodes } from './code-successors.ts'
import { entryFindings } from './plan-entry-findings.ts'

export interface DecidedEntry {
  id: string
  content: PlanContent
}
/** What a plan is held against: the code set as it will be without it, and what was published before. */
export interface PlanSurroundings {
  rows: readonly CodeSetRow[]
  changes: readonly CodeChange[]
  /** Course codes that an assignment rule names; null where nobody has heard CTC. */
  ruled: ReadonlySet<string> | null
  /** Today in California. */
  today: string
}

/**
 * All that speaks against a plan, entry by entry, then of the whole. Pure: errors cannot be published, warnings a person should
 * know, unknowns nothing here can tell. Sequences left without a level are another question (`/sequences`).
 */
export function checkCodePlan(
  { schoolYear, entries }: { schoolYear: SchoolYear; entries: readonly DecidedEntry[] },
  surroundings: PlanSurroundings,
): PlanFinding[] {
  const look = lookOver(schoolYear, entries, surroundings)
  return [
    ...entries.flatMap(({ id, content }) =>
      [...entryFindings(content), ...look.comesFrom(content), ...look.makes(content), ...look.leadsTo(content)].map(
        found => ({ ...found, entry: id }),
      ),
    ),
    ...[...ofChains(entries), ...look.ofYear(), ...ofTitles(entries)].map(found => ({ ...found, entry: null })),
  ]
}

type Found = Omit<PlanFinding, 'entry'>
const say =
  (severity: Found['severity']) =>
  (code: string, courseCodes: string[], message: string): Found => ({ severity, code, courseCodes, message })
const error = say('error')
const warning = say('warning')
const unknown = say('unknown')

function lookOver(
  schoolYear: SchoolYear,
  entries: readonly DecidedEntry[],
  { rows, changes, ruled, today }: PlanSurroundings,
) {
  const known = new Map(rows.map(row => [row.code, row]))
  const standing = (code: string) => {
    const row = known.get(code)
    return row === undefined ? undefined : codeInForce(row, daysOf(schoolYear))
  }
  const made = countOf(entries.flatMap(({ content }) => content.newCodes.map(({ code }) => code)))
  const concerned = countOf(entries.flatMap(({ content }) => content.from))
  const heirsOf = new Map<string, string[]>()
  for (const change of changes.filter(leavesItsCodes))
    for (const to of change.to) heirsOf.set(to, [...(heirsOf.get(to) ?? []), ...change.from])

  return {
    comesFrom({ kind, from, successor }: PlanContent): Found[] {
      const { retires } = KIND_EFFECTS[kind]
      const found = from.flatMap(code => {
        const row = known.get(code)
        if (row === undefined) return [error('no-such-code', [code], `There is no course code ${code}`)]
        const ofCode: Found[] = []
        const { status, why } = standing(code)!
        if (status === 'retired' || status === 'proposed')
          ofCode.push(error('not-in-force', [code], `${code} is not in force in ${schoolYear}. ${why}`))
        else if (retires && row.effectiveFrom !== null && firstDayOf(schoolYear) <= beginOf(row.effectiveFrom))
          ofCode.push(
            error('retired-at-birth', [code], `${code} begins with ${row.effectiveFrom}: it cannot end before`),
          )
        if (concerned.get(code)! > 1)
          ofCode.push(error('code-in-two-entries', [code], `More than one entry decides on ${code}: make them one`))
        const heirOf = heirsOf.get(code) ?? []
        if (retires && heirOf.length > 0)
          ofCode.push(
            warning(
              'successor-retired',
              [code, ...heirOf],
              `${heirOf.join(', ')} went over to ${code}, which now goes too`,
            ),
          )
        return ofCode
      })
      if (retires && successor === 'unknown')
        found.push(
          warning('successor-unknown', from, `Nobody says what follows ${from.join(', ')}; districts will ask`),
        )
      return found
    },
    makes({ newCodes }: PlanContent): Found[] {
      return newCodes.flatMap(({ code, item, effectiveTo }) => {
        const found: Found[] = []
        const now = standing(code)
        if (now !== undefined)
          found.push(
            error(
              'code-taken',
              [code],
              now.status === 'retired'
                ? `${code} is retired, and earlier years still read by it: a code is not used again`
                : `${code} is there already`,
            ),
          )
        if (made.get(code)! > 1) found.push(error('code-made-twice', [code], `More than one entry makes ${code}`))
        if (effectiveTo !== null && effectiveTo < schoolYear)
          found.push(error('years-reversed', [code], `${code} cannot end with ${effectiveTo} before it begins`))
        if (item === null)
          found.push(
            warning('no-alignment', [code], `Nothing says which item ${code} belongs to: no change will reach it`),
          )
        if (ruled === null)
          found.push(
            unknown('no-assignment-rule', [code], `Whether a rule admits to ${code} is unknown: CTC was not heard`),
          )
        else if (!ruled.has(code))
          found.push(warning('no-assignment-rule', [code], `No assignment rule names ${code}: nobody may teach it yet`))
        return found
      })
    },
    leadsTo({ kind, to, newCodes }: PlanContent): Found[] {
      const own = new Set(newCodes.map(({ code }) => code))
      return to
        .filter(code => !own.has(code) && !made.has(code))
        .flatMap(code => {
          const now = standing(code)
          if (now === undefined) return [error('no-such-code', [code], `${code} is neither there nor made by the plan`)]
          if (now.valid === 'no')
            return [error('successor-not-in-force', [code], `${code} is not in force in ${schoolYear}. ${now.why}`)]
          if (KIND_EFFECTS[kind].from === 'none')
            return [error('code-taken', [code], `${code} is there already: a new code is one that the entry describes`)]
          return [
            warning('recode-to-existing', [code], `${code} is in use: its records and those that come over meet there`),
          ]
        })
    },
    ofYear(): Found[] {
      if (today >= censusDay(schoolYear))
        return [
          warning(
            'after-census-day',
            [],
            `Census day of ${schoolYear}, ${censusDay(schoolYear)}, has come: Fall 2 is reported by the codes of before`,
          ),
        ]
      return today >= firstDayOf(schoolYear)
        ? [warning('year-already-open', [], `${schoolYear} has begun: districts have given out course numbers`)]
        : []
    },
  }
}

const beginOf = (bound: string): string => (bound.length === 10 ? bound : firstDayOf(bound))

const countOf = (codes: string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

/** Codes that one plan both retires and names as followers: in one and the same year a chain leads nowhere. */
function ofChains(entries: readonly DecidedEntry[]): Found[] {
  const retired = new Set(entries.flatMap(({ content: { kind, from } }) => (KIND_EFFECTS[kind].retires ? from : [])))
  const followed = new Set(entries.flatMap(({ content: { to } }) => to))
  const both = [...retired].filter(code => followed.has(code)).sort()
  if (both.length === 0) return []
  return [
    error('chain-in-plan', both, `The plan leads to ${both.join(', ')} and retires it: name what follows in the end`),
  ]
}

function ofTitles(entries: readonly DecidedEntry[]): Found[] {
  const titled = entries.flatMap(({ content: { from, title, newCodes } }) => [
    ...(title === null ? [] : from),
    ...newCodes.map(({ code }) => code),
  ])
  return titled.length === 0
    ? []
    : [unknown('title-length', titled, 'How long CALPADS lets a name be is not in any source here')]
}
