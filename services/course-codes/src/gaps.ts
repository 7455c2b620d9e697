import type { Gap } from '@cte-align/service'
import type { CatalogueModels } from './catalogue.ts'
import { type CourseCodeContent, type CourseCodeGap, gapsIn } from './course-code.ts'
import type { FollowedRule } from './followed-rule.ts'
import { type PathwayContent, pathwayKey } from './pathway.ts'

export interface Catalogue {
  pathways: PathwayContent[]
  courseCodes: CourseCodeContent[]
  rules: FollowedRule[]
}

const WORDS: Record<CourseCodeGap, string> = {
  'school-years-unknown': 'No source says in which school years it is in force',
  'pathway-not-stated': 'No source says which pathway it belongs to',
  'no-alignment': 'Nothing says which item it belongs to',
  unverified: 'Nobody has checked it at its source',
}

/** What the catalogue does not say, each gap with the key of its row. Pure; the import and GET /gaps both use it. */
export function gapsOf({ pathways, courseCodes, rules }: Catalogue): Gap[] {
  const known = new Set(courseCodes.map(row => row.code))
  const ruled = new Set(rules.filter(rule => !rule.said.removed).map(rule => rule.courseCode))
  return [
    ...pathways
      .filter(row => row.code === null)
      .map(row => gap('pathway-code-blank', pathwayKey(row), `${row.name}: no source gives its CALPADS code`)),
    ...pathways
      .filter(row => !row.provenance.verified)
      .map(row => gap('unverified', pathwayKey(row), row.provenance.note ?? WORDS.unverified)),
    ...courseCodes.flatMap(row => gapsIn(row).map(code => gap(code, row.code, WORDS[code]))),
    // Before CTC has said anything every code would be without a rule: that is no gap of the codes.
    ...(ruled.size === 0 ? [] : courseCodes.filter(row => !ruled.has(row.code))).map(row =>
      gap('no-assignment-rule', row.code, 'No assignment rule names it'),
    ),
    ...[...ruled]
      .filter(code => !known.has(code))
      .map(code => gap('rule-without-course-code', code, 'Assignment rules name it; it is not listed here')),
  ]
}

/** What the catalogue does not say of these course codes alone. */
export async function gapsOfCourseCodes(
  models: Pick<CatalogueModels, 'courseCodes' | 'rules'>,
  keys: readonly string[],
): Promise<Gap[]> {
  const wanted = new Set(keys)
  const asked = [...wanted]
  const courseCodes = await models.courseCodes.find({ _id: { $in: asked } }).lean()
  const rules = await models.rules.find({ courseCode: { $in: asked } }).lean()
  // Any rule at all tells that CTC has spoken, so that a code without one is a gap.
  const any = await models.rules.findOne({ 'said.removed': false }).lean()
  const found = gapsOf({ pathways: [], courseCodes, rules: any === null ? rules : [...rules, any] })
  return found.filter(({ key }) => wanted.has(key))
}

const gap = (code: string, key: string, message: string): Gap => ({ code, key, message })
