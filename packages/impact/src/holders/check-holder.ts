import type { HolderDecision, HolderDocument, HolderDoubt, HolderStep } from '@cte-align/contracts'
import { authorizationKey } from '../decoder/decoder-table.ts'
import { compareText } from '../natural-order.ts'
import {
  type CompiledDecoder,
  type CourseRules,
  compileDecoder,
  type HolderDecoder,
  type HolderRule,
} from './holder-decoder.ts'
import { type Note, readTitle, type Standing, standingOn, withoutRule } from './holder-document.ts'
import { differs, matchGrandfathering, matchRule } from './holder-match.ts'
import { beginning, conclude, step } from './holder-words.ts'

/** One holder, whom nobody names, and what is asked. */
export interface HolderQuestion {
  documents: readonly HolderDocument[]
  courseCode: string
  /** The day on which assignments are held against credentials. */
  censusDate: string
}
export interface HolderAnswer extends HolderDecision {
  steps: HolderStep[]
}

/** Whether a decoder authorizes a holder for a course code on a day, by which rule, and every step that led there. Pure; never throws. */
export function checkHolder(decoder: HolderDecoder | CompiledDecoder, question: HolderQuestion): HolderAnswer {
  const steps: HolderStep[] = []
  const compiled = 'courseCodes' in decoder ? decoder : compileDecoder(decoder)
  return { ...decideHolder(compiled, question, step => steps.push(step)), steps }
}

/** A way to the course code, over one document and one rule. */
type Way = HolderDecision & { key: string }

/** The same verdict without the reasoning: for many holders. Of several ways the surest decides, so that no document takes from another. */
export function decideHolder(decoder: CompiledDecoder, question: HolderQuestion, note?: Note): HolderDecision {
  const { documents, courseCode, censusDate } = question
  const course = decoder.courseCodes.get(courseCode)
  const known = course !== undefined && course.rules.length > 0
  note?.(beginning(question, course))
  let best: Way | null = known ? null : way({ verdict: 'review', doubts: ['course-code-unknown'] })
  const offer = (found: Way | null) => {
    if (found !== null && (best === null || compareWays(found, best) < 0)) best = found
  }
  documents.forEach((held, index) => {
    const number = index + 1
    const key = authorizationKey(held)
    const standing = standingOn(held, censusDate)
    const { validity, finding, why } = standing
    note?.(step({ about: 'document', document: number, finding, sentence: `Document ${number}, ${key}, ${why}.` }))
    const title = note === undefined ? null : readTitle(held, decoder)
    if (title !== null) note?.(step({ about: 'printed-title', document: number, ...title }))
    if (validity === null || course === undefined) return
    const at = { held, number, key, courseCode, standing, day: censusDate, decoder, note }
    for (const found of waysOf(at, course)) offer(found)
  })
  const { key, ...decision } = best ?? way({ verdict: 'not-authorized' })
  if (note !== undefined) conclude(note, decision, course)
  return decision
}

interface At {
  held: HolderDocument
  number: number
  key: string
  courseCode: string
  standing: Standing
  day: string
  decoder: CompiledDecoder
  note: Note
}

function* waysOf(at: At, course: CourseRules): Generator<Way> {
  let admitted = false
  const unsure = at.decoder.isDoubtful(at.courseCode, at.key)
  for (const rule of course.rules) {
    const found = byRule(at, rule, unsure)
    if (found === null) continue
    admitted = true
    yield found
  }
  for (const rule of course.grandfathering) {
    const kept = matchGrandfathering(at.held, rule, at)
    if (kept === null) continue
    const { number, key, note } = at
    const { finding, why } = kept
    note?.(
      step({
        ...{ about: 'grandfathering', document: number, rule: rule.id, finding, doubts: kept.doubts },
        sentence: `${KEEPS[finding]} ${key} by the grandfathering rule ${rule.id} (${rule.title}): ${why}.`,
      }),
    )
    if (finding === 'held-too-late' || finding === 'ended') continue
    admitted = true
    yield wayOf(at, { doubts: kept.doubts, grandfathering: rule.id })
  }
  if (!admitted && unsure) {
    const { number, key, note } = at
    const doubts: HolderDoubt[] = ['pair-unknown']
    const sentence = `Nobody can say whether ${at.courseCode} would admit ${key}: the moves leave it open.`
    note?.(step({ about: 'standing', document: number, finding: 'for-manual-review', doubts, sentence }))
    yield wayOf(at, { doubts })
  } else if (!admitted && course.isCte) {
    const stands = standsAlone(at)
    if (stands !== null) yield stands
  }
}

const KEEPS = {
  keeps: 'Kept:',
  'keeps-with-doubt': 'Kept perhaps:',
  'held-too-late': 'Not kept:',
  ended: 'No longer kept:',
} as const

function byRule(at: At, rule: HolderRule, unsure: boolean): Way | null {
  const { held, number, key, note, decoder } = at
  const match = matchRule(held, rule, decoder)
  const named = { about: 'rule', document: number, rule: rule.id } as const
  if (match === null) {
    note?.(
      step({
        ...named,
        finding: 'does-not-match',
        sentence: `Rule ${rule.id} admits ${authorizationKey(rule)}; ${key} differs in the ${differs(held, rule)}.`,
      }),
    )
    return null
  }
  const doubts: HolderDoubt[] = unsure ? [...match.doubts, 'pair-unknown'] : match.doubts
  const why = unsure ? `${match.why}; nobody can say whether it will stay so` : match.why
  const finding = doubts.length === 0 ? 'matches' : 'matches-with-doubt'
  note?.(step({ ...named, finding, doubts, sentence: `Rule ${rule.id} (${rule.authType}) meets ${key}: ${why}.` }))
  const { authType, condition } = rule
  const employerDecides = condition !== null && isAtDiscretion(condition)
  return wayOf(at, { doubts, rule: rule.id, authType, condition, employerDecides })
}

/** 5 CCR 80004(c): a single subject teacher may teach CTE where the employing agency says so. */
const isAtDiscretion = (condition: string): boolean =>
  /80004 ?\(c\)|discretion of the employing agency/i.test(condition)

function standsAlone(at: At): Way | null {
  const { held, number, key, note, decoder } = at
  const { doubt, finding, why } = withoutRule(held, decoder)
  const doubts = doubt === null ? [] : [doubt]
  note?.(step({ about: 'standing', document: number, finding, doubts, sentence: `Of ${key}: ${why}.` }))
  return doubt === null ? null : wayOf(at, { doubts })
}

function wayOf({ number, key, standing }: At, { doubts = [], ...decided }: Partial<HolderDecision>): Way {
  const all: HolderDoubt[] = standing.validity === 'valid' ? doubts : [...new Set([...doubts, 'date-unknown' as const])]
  return {
    ...way({ ...decided, document: number, doubts: all, verdict: all.length === 0 ? 'authorized' : 'review' }),
    key,
  }
}

const NOTHING: Way = {
  ...{ verdict: 'not-authorized', rule: null, grandfathering: null, document: null, authType: null },
  ...{ condition: null, employerDecides: false, doubts: [], key: '' },
}
const way = (decided: Partial<HolderDecision>): Way => ({ ...NOTHING, ...decided })

/** The surest first: authorized, by the employer's leave last, full before limited, by a rule before what is kept; then by name. */
const compareWays = (a: Way, b: Way): number =>
  Number(a.verdict === 'review') - Number(b.verdict === 'review') ||
  a.doubts.length - b.doubts.length ||
  Number(a.employerDecides) - Number(b.employerDecides) ||
  Number(a.authType === 'Limited') - Number(b.authType === 'Limited') ||
  Number(a.rule === null) - Number(b.rule === null) ||
  compareText(a.rule ?? a.grandfathering ?? '', b.rule ?? b.grandfathering ?? '') ||
  compareText(a.key, b.key) ||
  compareText(a.doubts.join(), b.doubts.join()) ||
  0
