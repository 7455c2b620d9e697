import {
  applyCodePlan,
  type CodeFacts,
  codeInForce,
  compareKeys,
  continuityOf,
  type DistrictAnswer,
  daysOf,
  districtAnswer,
  samePlace,
  succession,
  worldAfter,
  yearBefore,
} from '@cte-align/impact'
import type { Review } from '@cte-align/review'
import type { CatalogueModels } from '../catalogue.ts'
import { toCodeChange } from '../code-change.ts'
import { asOfYear } from '../code-sets/as-of.ts'
import { liveRows } from '../code-sets/live-rows.ts'
import type { CodePlanStore } from '../plans/code-plans.ts'
import { decidedIn } from '../plans/decide.ts'
import type { SequenceReader } from '../sequences/sequence-catalogue.ts'

export interface Question {
  schoolYear: string
  release?: string | undefined
  since?: string | undefined
  plan?: string | undefined
}
export interface CodeAnswer extends DistrictAnswer {
  code: string
  title: string | null
  level: string | null
  /** GERR0007: whether it may be submitted with the year. */
  valid: 'yes' | 'no' | 'unknown'
  why: string
  flags: {
    flag: string
    severity: string
    release: string
    state: string
    effective: string | null
    says: string
    moreCauses: number
  }[]
  successors: string[]
  successor: 'named' | 'none' | 'unknown' | null
  planned: CodeFacts['planned']
  sequence: string[]
  /** Authorizations that admit to it, that no longer do, and whose rule an open flag puts at risk. */
  credentials: { admit: string[]; gone: string[]; atRisk: string[] }
}
export interface LookUpParts {
  models: CatalogueModels
  review: Review
  plans: CodePlanStore
  sequences: SequenceReader
}

/** All that is known here of the codes a district uses, each answered once. Reads; keeps nothing. */
export function createLookUp({ models, review, plans, sequences }: LookUpParts) {
  return async (
    codes: readonly string[],
    { schoolYear, release, since, plan }: Question,
  ): Promise<Map<string, CodeAnswer>> => {
    const asked = [...new Set(codes)].sort(compareKeys)
    const where = { $in: asked }
    const [rows, rules, published, flags] = await Promise.all([
      models.courseCodes.find({ _id: where }).lean(),
      models.rules.find({ courseCode: where }).sort({ _id: 1 }).lean(),
      models.codeChanges.find().sort({ _id: 1 }).lean(),
      review.flagsOn(asked, { release, since }),
    ])
    const known = new Map(rows.map(row => [row._id, asOfYear(row, schoolYear)]))
    const byCode = {
      rules: Map.groupBy(rules, each => each.courseCode),
      flags: Map.groupBy(flags, each => each.dependent),
    }
    const changes = published.map(toCodeChange)
    const planned = plan === undefined ? () => null : await plannedBy(plan)
    const broken = await brokenSequences(schoolYear)

    return new Map(
      asked.map(code => {
        const row = known.get(code)
        const inForce = row === undefined ? null : codeInForce(row, daysOf(schoolYear))
        const { current, open } = succession(code, changes, schoolYear)
        const successors = current.filter(each => each !== code)
        const mine = byCode.flags.get(code) ?? []
        const told = mine.map(({ flag, severity, release, state, dates, says, moreCauses }) => ({
          ...{ flag, severity, release, state, says, moreCauses },
          effective: dates.calpadsSchoolYear ?? dates.effective ?? null,
        }))
        const ruled = byCode.rules.get(code) ?? []
        const keys = (removed: boolean) =>
          ruled.filter(({ said }) => said.removed === removed).map(({ _id }) => _id.slice(code.length + 1))
        const credentials = {
          admit: keys(false),
          gone: keys(true),
          atRisk: [...new Set(mine.flatMap(({ rulesAtRisk }) => rulesAtRisk))],
        }
        const sequence = [
          ...new Set([...mine.flatMap(({ findings }) => findings.map(({ message }) => message)), ...broken(code)]),
        ]
        const successor: CodeFacts['successor'] = successors.length > 0 ? 'named' : (open[0]?.successor ?? null)
        const facts = {
          ...{ code, title: row?.title ?? null, schoolYear, inForce, successors, successor, planned: planned(code) },
          ...{ flags: told, sequence, gone: credentials.gone },
        }
        const answer: CodeAnswer = {
          ...{ code, title: facts.title, level: row?.level ?? null, ...districtAnswer(facts) },
          ...{ valid: inForce?.valid ?? 'unknown', why: inForce?.why ?? 'It is not in the code set here' },
          ...{ flags: told, successors, successor, planned: facts.planned, sequence, credentials },
        }
        return [code, answer]
      }),
    )
  }

  /** What a plan, draft or published, makes of a code. */
  async function plannedBy(id: string): Promise<(code: string) => CodeFacts['planned']> {
    const plan = await plans.find(id)
    const { schoolYear, state } = plan
    const { changes } = applyCodePlan(await liveRows(models), {
      schoolYear: schoolYear as never,
      entries: decidedIn(plan),
    })
    return code => {
      const found = changes.find(({ from }) => from.includes(code))
      return found === undefined
        ? null
        : { kind: found.kind, to: found.to, successor: found.successor, schoolYear, state }
    }
  }

  /** Certain breaks between the year before and the year, by code: those that name it, and of its pathways. */
  async function brokenSequences(schoolYear: string): Promise<(code: string) => string[]> {
    const { pathways, codesIn, codeChanges } = await sequences.read()
    const world = (year: string) => worldAfter({ pathways, codes: codesIn(year) }, { schoolYear: year, codeChanges })
    const after = world(schoolYear)
    const { findings } = continuityOf(world(yearBefore(schoolYear)), after, { codeChanges })
    const certain = findings.filter(
      ({ certainty, code, schoolYear: of }) =>
        certainty === 'certain' && code !== 'CTE_INTRODUCTORY_SHARED' && of === schoolYear,
    )
    const placed = new Map(after.codes.map(code => [code.code, code.places]))
    return code => {
      const places = placed.get(code) ?? []
      return certain
        .filter(
          ({ courseCodes, pathway }) =>
            courseCodes.includes(code) || (pathway !== null && places.some(place => samePlace(place, pathway))),
        )
        .map(({ message }) => message)
    }
  }
}
export type LookUp = ReturnType<typeof createLookUp>
