import { KIND_EFFECTS, type PlanContent, type PlanFinding } from '@cte-align/contracts'

type Found = Omit<PlanFinding, 'entry'>

/** CTE's part of the code set (CRSC0464). */
const CTE_CODE = /^[78][0-9]{3}$/
/** Field 11.13. A sub-pathway such as 111A exists in guidance only. */
const PATHWAY_CODE = /^[0-9]{3}$/
const REFERENCE_VALUE = '999'

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
  const found: Found[] = []
  if (!CTE_CODE.test(code))
    found.push(
      error('code-impossible', [code], `${code} is no CTE course code: four digits from 7000 to 8999 (CRSC0464)`),
    )
  if (pathwayCode === REFERENCE_VALUE)
    found.push(
      error(
        'pathway-is-reference',
        [code],
        '999 marks an introductory code for any pathway of its sector; it is no pathway',
      ),
    )
  else if (pathwayCode !== null && !PATHWAY_CODE.test(pathwayCode))
    found.push(
      error(
        'pathway-impossible',
        [code],
        `${pathwayCode} is no pathway code: field 11.13 takes three digits; sub-pathways such as 111A are reported under theirs`,
      ),
    )
  return found
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
