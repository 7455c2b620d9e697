import { dayBefore, type GrandfatheringRule, type HolderDocument, type HolderVerdict } from '@cte-align/contracts'
import { authorizationKey } from '../decoder/decoder-table.ts'
import { compareKeys } from '../natural-order.ts'
import { decideHolder } from './check-holder.ts'
import { type CompiledDecoder, compileDecoder, type HolderDecoder } from './holder-decoder.ts'
import { relationOf } from './holder-document.ts'

/** What a rule would do for the holders of one authorization who hold it since before its day. */
export interface KeptPair {
  courseCode: string
  authorization: string
  /** In the decoder in force: who is authorized there would go on; to others the rule would give something new. */
  today: HolderVerdict
  without: HolderVerdict
  with: HolderVerdict
  /** What admits them without it. */
  by: string | null
}
export interface GrandfatheringConflict {
  code:
    | 'course-code-unknown'
    | 'authorization-unknown'
    | 'ends-before-its-day'
    | 'over'
    | 'supplementary'
    | 'unverified'
    | 'without-effect'
  subject: string
  message: string
}
export interface GrandfatheringPreview {
  gained: KeptPair[]
  /** Admitted all the same: for them the rule is without effect. */
  already: KeptPair[]
  /** A rule of this id admits them now, and would no longer. */
  lost: KeptPair[]
  conflicts: GrandfatheringConflict[]
}

const RANK: Record<HolderVerdict, number> = { 'not-authorized': 0, review: 1, authorized: 2 }

/** A proposed rule on a side's decoder: for each course code and authorization a holder is tried who has it since the day before. Pure. */
export function previewGrandfathering(
  { side, today }: { side: HolderDecoder; today: HolderDecoder },
  rule: GrandfatheringRule,
  day: string,
): GrandfatheringPreview {
  const earlier = side.grandfathering.find(each => each.id === rule.id)
  const others = side.grandfathering.filter(each => each.id !== rule.id)
  const now = compileDecoder(today)
  const before = compileDecoder(side)
  const bare = compileDecoder({ ...side, grandfathering: others })
  const after = compileDecoder({ ...side, grandfathering: [...others, rule] })
  const preview: GrandfatheringPreview = { gained: [], already: [], lost: [], conflicts: [] }
  const codes = new Set([...rule.courseCodes, ...(earlier?.courseCodes ?? [])])
  for (const courseCode of [...codes].sort(compareKeys))
    for (const authorization of holdersOf(side, [rule, ...(earlier === undefined ? [] : [earlier])])) {
      const tried = [holderSince(authorization, earlier === undefined ? rule : later(rule, earlier), day)]
      const decide = (decoder: CompiledDecoder) =>
        decideHolder(decoder, { documents: tried, courseCode, censusDate: day })
      const [alone, then] = [decide(bare), decide(after)]
      const by = alone.rule ?? alone.grandfathering
      const verdicts = { today: decide(now).verdict, without: alone.verdict, with: then.verdict, by }
      const pair: KeptPair = { courseCode, authorization, ...verdicts }
      if (RANK[decide(before).verdict] > RANK[then.verdict]) preview.lost.push(pair)
      else if (alone.verdict === 'authorized') preview.already.push(pair)
      else if (RANK[then.verdict] > RANK[alone.verdict]) preview.gained.push(pair)
    }
  const known = (code: string) => [now, before].some(each => (each.courseCodes.get(code)?.rules.length ?? 0) > 0)
  preview.conflicts = conflictsOf(rule, { side, compiled: before, day, known })
  if (preview.gained.length === 0)
    preview.conflicts.push({
      ...{ code: 'without-effect', subject: rule.id },
      message: `On ${day} nobody would gain anything by it`,
    })
  return preview
}

/** The course codes that admit an authorization in a decoder: for sure, and in free words (`*`). */
export function admittedCodes(decoder: HolderDecoder, authorization: string): { sure: string[]; wildcard: string[] } {
  const compiled = compileDecoder({ ...decoder, grandfathering: [] })
  const day = '2000-01-01'
  const holders = holdersOf(decoder, [{ authorization }])
    .filter(key => fits(authorization, key))
    .map(key => documentOf(key, day))
  const sure: string[] = []
  const wildcard: string[] = []
  for (const courseCode of [...compiled.courseCodes.keys()].sort(compareKeys)) {
    const decided = holders.map(held => decideHolder(compiled, { documents: [held], courseCode, censusDate: day }))
    if (decided.some(({ verdict }) => verdict === 'authorized')) sure.push(courseCode)
    else if (decided.some(({ doubts }) => doubts.join() === 'wildcard')) wildcard.push(courseCode)
  }
  return { sure, wildcard }
}

const fits = (wanted: string, key: string): boolean =>
  wanted.endsWith('/*') ? key.startsWith(wanted.slice(0, -1)) : wanted === key

/** Listed authorizations that the rules are about, their twins too; one that is not listed all the same. */
function holdersOf(decoder: HolderDecoder, rules: Pick<GrandfatheringRule, 'authorization'>[]): string[] {
  const found = new Set<string>()
  for (const { authorization } of rules) {
    if (!authorization.endsWith('/*')) found.add(authorization)
    for (const row of decoder.authorizations) {
      const key = authorizationKey(row)
      if (fits(authorization, key) || row.twinOf === authorization) found.add(key)
    }
  }
  return [...found].sort(compareKeys)
}

/** Of two days to hold it before, the earlier is tried: such a holder is kept by both. */
const later = (rule: GrandfatheringRule, earlier: GrandfatheringRule): Pick<GrandfatheringRule, 'before'> =>
  rule.before < earlier.before ? rule : earlier

function holderSince(key: string, { before }: Pick<GrandfatheringRule, 'before'>, day: string): HolderDocument {
  const last = dayBefore(before)
  return documentOf(key, last < day ? last : day)
}

function documentOf(key: string, since: string): HolderDocument {
  const [documentCode, authorizationCode, subjectCode] = key.split('/').map(code => (code === '_' ? null : code))
  return {
    ...{ documentCode: documentCode!, authorizationCode: authorizationCode!, subjectCode: subjectCode! },
    ...{ printedTitle: null, issued: since, added: since, expires: 'never' },
  }
}

function conflictsOf(
  rule: GrandfatheringRule,
  {
    side,
    compiled,
    day,
    known,
  }: { side: HolderDecoder; compiled: CompiledDecoder; day: string; known: (code: string) => boolean },
): GrandfatheringConflict[] {
  const { authorization, before, through, courseCodes } = rule
  const unknown = courseCodes.filter(code => !known(code))
  const conflicts: GrandfatheringConflict[] = unknown.map(code => ({
    ...{ code: 'course-code-unknown' as const, subject: code },
    message: `Neither the decoder in force nor this one has a rule for course code ${code}`,
  }))
  const add = (code: GrandfatheringConflict['code'], subject: string, message: string) =>
    conflicts.push({ code, subject, message })
  if (!side.authorizations.some(row => fits(authorization, authorizationKey(row))))
    add('authorization-unknown', authorization, `No authorization ${authorization} is listed`)
  if (through !== null && through < before)
    add(
      'ends-before-its-day',
      through,
      `It ends on ${through}, before ${before} has come: everybody is kept until then`,
    )
  if (through !== null && through < day) add('over', through, `It is over on ${day}: it ended on ${through}`)
  if (!rule.provenance.verified)
    add(
      'unverified',
      rule.id,
      'Its provenance says that nobody has checked it: whom it keeps is for a person to look at',
    )
  const supplementary = relationOf(documentOf(authorization, day), compiled) === 'supplementary_not_cte'
  if (supplementary && courseCodes.some(code => compiled.courseCodes.get(code)?.isCte))
    add(
      'supplementary',
      authorization,
      'CTC states that supplementary and subject matter authorizations do not authorize a CTE sector',
    )
  return conflicts
}
