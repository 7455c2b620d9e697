import { KIND_EFFECTS, type PlanContent, type PlanFinding } from '@cte-align/contracts'
import { brokenLimits } from './field-limits.ts'

type Found = Omit<PlanFinding, 'entry'>

/**
 * What makes an entry impossible by itself, whatever codes there are: the limits of CALPADS's fields, and what its kind asks for.
 * Pure. None of these can be published, so that they are refused before anybody proposes them.
 */
export const entryFindings = (content: PlanContent): Found[] => [
  ...content.newCodes.flatMap(limits),
  ...ofKind(content),
  ...ofSuccessor(content),
]

function limits({ code, pathwayCode }: PlanContent['newCodes'][number]): Found[] {
  const broken = brokenLimits([
    { field: 'course-code', value: code },
    ...(pathwayCode === null ? [] : [{ field: 'pathway-code' as const, value: pathwayCode }]),
  ])
  return broken.map(({ rule, message, source }) =>
    error(CODES[rule] ?? 'pathway-impossible', [code], `${message} (${source})`),
  )
}

/** By the rule that is broken. */
const CODES: Record<string, string> = {
  'course-code/blank': 'code-impossible',
  'course-code/four-digits': 'code-impossible',
  'course-code/cte-range': 'code-impossible',
  'pathway-code/reserved': 'pathway-is-reference',
}

function ofKind({ kind, from, to, newCodes, title }: PlanContent): Found[] {
  const effect = KIND_EFFECTS[kind]
  const found: Found[] = []
  const say = (code: string, message: string) => found.push(error(code, from, message))
  if (effect.from === 'none' && from.length > 0) say('kind-from', `${kind} comes from no code; leave "from" empty`)
  if (effect.from !== 'none' && from.length === 0)
    say('kind-from', `${kind} is about at least one code: name it in "from"`)
  if (effect.from === 'one' && from.length > 1) say('kind-from', `${kind} is about one code: one title fits one`)
  if (effect.to === 'none' && to.length > 0) say('kind-to', `${kind} leaves a code where it is; leave "to" empty`)
  if (effect.to === 'some' && to.length === 0) say('kind-to', `${kind} leads to at least one code: name it in "to"`)
  if (effect.retitles !== (title !== null))
    say('kind-title', effect.retitles ? `${kind} needs the new title` : `${kind} gives no title to a code that stays`)
  const unlisted = newCodes.map(({ code }) => code).filter(code => !to.includes(code))
  if (unlisted.length > 0)
    found.push(
      error('new-code-not-led-to', unlisted, `A code that the entry makes is named in "to": ${unlisted.join(', ')}`),
    )
  const own = from.filter(code => to.includes(code))
  if (own.length > 0) found.push(error('own-successor', own, `${own.join(', ')} cannot follow itself`))
  for (const [name, codes] of Object.entries({ from, to, newCodes: newCodes.map(({ code }) => code) })) {
    const twice = codes.filter((code, index) => codes.indexOf(code) !== index)
    if (twice.length > 0) found.push(error('named-twice', twice, `"${name}" names ${twice.join(', ')} twice`))
  }
  return found
}

function ofSuccessor({ kind, from, to, successor }: PlanContent): Found[] {
  if (!KIND_EFFECTS[kind].retires || (successor === 'named') === to.length > 0) return []
  const message =
    successor === 'named'
      ? 'A named successor stands in "to"'
      : `"to" names codes, so the successor is named, not ${successor}`
  return [error('successor-contradicts', from, message)]
}

const error = (code: string, courseCodes: string[], message: string): Found => ({
  severity: 'error',
  code,
  courseCodes,
  message,
})
