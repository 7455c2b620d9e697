import { Day, writtenText } from '@cte-align/contracts'
import { z } from 'zod'

/** What a proposal answers to outside the standards: agenda, plans, law, initiatives. */
export const Reference = z.strictObject({
  kind: z.enum(['sbe-agenda-item', 'state-plan-area', 'master-plan', 'perkins-v', 'initiative']).meta({
    description:
      'Agenda item of the State Board; area of the State Plan for CTE; Master Plan for Career Education; Perkins V requirement; other initiative',
  }),
  name: writtenText(1, 300),
  /** Item number, section of the law, area. */
  identifier: writtenText(1, 100).nullable().default(null),
  date: Day.nullable().default(null),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
})

/** Ways of delivering a course that the State Plan names, and the CALPADS file that shows them; null: no CALPADS code exists. */
export const DELIVERY_MODELS = {
  'work-based': 'WBLR',
  'competency-based': null,
  online: null,
  apprenticeship: null,
  'adult-education': null,
} as const
export const DeliveryModel = z.enum(Object.keys(DELIVERY_MODELS) as [keyof typeof DELIVERY_MODELS])
export const DeliveryModelView = z.object({
  tag: DeliveryModel,
  monitored: z.string().meta({ description: 'The CALPADS file that shows it, or "not monitored"' }),
})

const SocCode = z
  .string()
  .regex(/^[0-9]{2}-[0-9]{4}(?:\.[0-9]{2})?$/, 'must be a SOC or O*NET-SOC code, as in 15-1252 or 15-1252.00')
const CipCode = z.string().regex(/^[0-9]{2}\.[0-9]{4}$/, 'must be a six-digit CIP code with its dot, as in 01.0000')
const CourseCode = z.string().regex(/^[7-8][0-9]{3}$/, 'must be a CALPADS CTE course code, 7000 to 8999')

/** A course that colleges accept: the state course code, the program's CIP, the college program that takes it. */
export const DualEnrollment = z.strictObject({
  courseCode: CourseCode,
  cip: CipCode.nullable().default(null),
  collegeProgram: writtenText(1, 300),
})
export const Occupation = z.strictObject({ soc: SocCode, title: writtenText(1, 300) })
export const OccupationView = Occupation.extend({ onet: z.url().meta({ description: 'The occupation at O*NET' }) })

/** What ties a proposal to other systems. */
export const Ties = z.strictObject({
  references: z.array(Reference).max(100).default([]),
  deliveryModels: z.array(DeliveryModel).max(10).default([]),
  dualEnrollment: z.array(DualEnrollment).max(500).default([]),
  occupations: z.array(Occupation).max(500).default([]),
})
export type Ties = z.infer<typeof Ties>
export const NO_TIES: Ties = { references: [], deliveryModels: [], dualEnrollment: [], occupations: [] }

export const TiesView = Ties.extend({
  deliveryModels: z.array(DeliveryModelView),
  occupations: z.array(OccupationView),
})

export const tiesView = ({ deliveryModels, occupations, ...rest }: Ties): z.infer<typeof TiesView> => ({
  ...rest,
  deliveryModels: deliveryModels.map(tag => ({ tag, monitored: DELIVERY_MODELS[tag] ?? 'not monitored' })),
  occupations: occupations.map(each => ({ ...each, onet: onetLink(each.soc) })),
})

/** O*NET names a SOC occupation by its code with two more digits, 00 for the occupation as SOC has it. */
const onetLink = (soc: string): string =>
  `https://www.onetonline.org/link/summary/${soc.includes('.') ? soc : `${soc}.00`}`

/** Filters of the list of proposals, as conditions on stored proposals. */
export const TiesFilter = z.strictObject({
  reference: Reference.shape.kind.optional(),
  deliveryModel: DeliveryModel.optional(),
  courseCode: CourseCode.optional(),
  cip: CipCode.optional(),
  soc: SocCode.optional(),
})
export function tiesCondition(filter: z.infer<typeof TiesFilter>): Record<string, unknown> {
  const fields = {
    'ties.references.kind': filter.reference,
    'ties.deliveryModels': filter.deliveryModel,
    'ties.dualEnrollment.courseCode': filter.courseCode,
    'ties.dualEnrollment.cip': filter.cip,
    'ties.occupations.soc': filter.soc,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
