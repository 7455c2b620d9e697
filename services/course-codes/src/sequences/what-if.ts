import { ItemKey, SchoolYear, Slug, writtenText } from '@cte-align/contracts'
import {
  brokenLimits,
  type CodeChangeGiven,
  type PathwaySplit,
  type PlacedCode,
  type SequencePathway,
  samePlace,
} from '@cte-align/impact'
import type { FieldError } from '@cte-align/service'
import { z } from 'zod'
import { CourseCode } from '../import-file.ts'
import { problem } from './errors.ts'
import { pathwayNamed, placeKey } from './sequence-catalogue.ts'

const Split = z.strictObject({
  framework: Slug.optional(),
  pathway: ItemKey.min(1).meta({ description: 'Key of the pathway that ends, as in BCT.A' }),
  successors: z
    .array(z.strictObject({ key: ItemKey.min(1), title: writtenText(1, 2000) }))
    .max(30)
    .meta({ description: 'Empty: it ends and none takes over' }),
  assignments: z
    .array(z.strictObject({ code: CourseCode, successor: ItemKey.min(1) }))
    .max(1000)
    .default([])
    .meta({ description: 'Codes that are not named are undecided' }),
})
const Change = z.strictObject({
  from: z.array(CourseCode).max(100).default([]),
  to: z.array(CourseCode).max(100).default([]),
  schoolYear: SchoolYear.nullable()
    .optional()
    .meta({ description: 'From when; default the second year; null: unknown' }),
  successor: z.enum(['none', 'unknown']).default('unknown').meta({ description: 'Where `to` is empty' }),
})
export const WhatIf = z.strictObject({
  from: SchoolYear,
  to: SchoolYear.optional().meta({ description: 'The same year, or the one after; default the one after' }),
  splits: z.array(Split).max(100).default([]),
  codeChanges: z.array(Change).max(500).default([]),
})

interface Known {
  pathways: SequencePathway[]
  codes: PlacedCode[]
  titles: ReadonlyMap<string, string>
  schoolYear: string
}

/** The what-if as continuity takes it, and which pathways it touches. Throws CTE_WHAT_IF_REFUSED with every fault, or CTE_PATHWAY_UNKNOWN. */
export function readWhatIf(body: z.infer<typeof WhatIf>, known: Known) {
  const splits = body.splits.map((split, n): PathwaySplit => {
    const { framework, item, name } = pathwayNamed(known.pathways, { ...split, path: `/body/splits/${n}/pathway` })
    return { ...split, framework, title: known.titles.get(placeKey(framework, item)) ?? name }
  })
  const codeChanges = body.codeChanges.map(
    ({ from, to, schoolYear, successor }): CodeChangeGiven => ({
      ...{ from, to, schoolYear: schoolYear === undefined ? known.schoolYear : schoolYear },
      successor: to.length > 0 ? 'named' : successor,
    }),
  )
  const faults = [...splits.flatMap(splitFaults(known)), ...codeChanges.flatMap(changeFaults(known))]
  if (faults.length > 0)
    throw problem('CTE_WHAT_IF_REFUSED', { detail: faults[0]!.message }, { errors: faults.slice(0, 100) })
  const changed = new Set(codeChanges.flatMap(({ from, to }) => [...from, ...to]))
  const places = known.codes.filter(({ code }) => changed.has(code)).flatMap(({ places }) => places)
  const keys = splits.flatMap(({ framework, pathway, successors }) =>
    [pathway, ...successors.map(({ key }) => key)].map(item => ({ framework, item })),
  )
  const touches = (pathway: SequencePathway) => [...places, ...keys].some(place => samePlace(place, pathway))
  return { splits, codeChanges, touches }
}

const splitFaults =
  ({ codes }: Known) =>
  ({ framework, pathway, successors, assignments }: PathwaySplit, n: number): FieldError[] => {
    const keys = successors.map(({ key }) => key)
    const at = (path: string, message: string) => ({ path: `/body/splits/${n}/${path}`, message })
    const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index)
    return [
      ...(twice < 0 ? [] : [at(`successors/${twice}/key`, `${keys[twice]} is named twice`)]),
      ...assignments.flatMap(({ code, successor }, index) => {
        const there = codes.some(
          each => each.code === code && each.places.some(place => samePlace(place, { framework, item: pathway })),
        )
        const again = assignments.findIndex(each => each.code === code) < index
        return [
          ...(there ? [] : [at(`assignments/${index}/code`, `${code} does not hang on ${pathway}`)]),
          ...(again ? [at(`assignments/${index}/code`, `${code} is assigned twice`)] : []),
          ...(keys.includes(successor)
            ? []
            : [at(`assignments/${index}/successor`, `${successor} is none of the successors`)]),
        ]
      }),
    ]
  }

const changeFaults =
  ({ codes }: Known) =>
  ({ from, to }: CodeChangeGiven, n: number): FieldError[] => {
    const known = new Set(codes.map(({ code }) => code))
    const path = (place: string) => `/body/codeChanges/${n}/${place}`
    const limits = brokenLimits(to.filter(code => !known.has(code)).map(value => ({ field: 'course-code', value })))
    return [
      ...(from.length + to.length === 0 ? [{ path: path('from'), message: 'names no code at all' }] : []),
      ...from
        .filter(code => !known.has(code))
        .map(code => ({ path: path('from'), message: `There is no course code ${code}` })),
      ...limits.map(({ message }) => ({ path: path('to'), message })),
    ]
  }
