import { AssignmentRule, Day, GrandfatheringRule, HolderVerdict, Slug, writtenText } from '@cte-align/contracts'
import { z } from 'zod'
import { DecoderSide } from '../decoder/decoder-sides.ts'
import type { GrandfatheringStep } from '../grandfathering/grandfathering-history.ts'
import { type StoredGrandfatheringRule, toGrandfatheringRule } from '../grandfathering/grandfathering-rule.ts'

export const RuleParams = z.strictObject({ id: Slug })
export const Reason = writtenText(3, 2000).meta({ description: 'Why, for those who look at it later' })

/** What a person writes of a rule. */
export const RuleContent = GrandfatheringRule.omit({ id: true })
export const GrandfatheringShape = GrandfatheringRule.extend({ version: z.int(), updatedAt: z.iso.datetime() })
export const GrandfatheringHistory = z.array(
  z.object({
    version: z.int(),
    act: z.enum(['made', 'changed', 'ended']),
    actor: z.string(),
    reason: z.string(),
    at: z.iso.datetime(),
    rule: GrandfatheringRule,
  }),
)

const Pair = z.object({
  courseCode: AssignmentRule.shape.courseCode,
  authorization: z.string(),
  today: HolderVerdict.meta({ description: 'In the decoder in force: authorized there, it would go on' }),
  without: HolderVerdict,
  with: HolderVerdict,
  by: z.string().nullable().meta({ description: 'What admits it without the rule' }),
})
const Pairs = z.object({ count: z.int(), pairs: z.array(Pair).meta({ description: 'The first thousand' }) })
export const GrandfatheringPreview = z.object({
  side: DecoderSide,
  decoder: z.string(),
  censusDate: Day,
  rule: z.string(),
  gained: Pairs,
  goingOn: z.int().meta({ description: 'Of those gained: authorized today, refused by the side' }),
  already: Pairs.meta({ description: 'Admitted all the same: the rule is without effect' }),
  lost: Pairs.meta({ description: 'A rule of this id admits them now, and would no longer' }),
  conflicts: z.array(z.object({ code: z.string(), subject: z.string(), message: z.string() })),
  openFlags: z.array(z.object({ dependent: z.string(), count: z.int() })).meta({
    description: 'Open flags of the authorizations that it is about; those of course codes are kept by CALPADS',
  }),
})

export const showGrandfathering = (row: StoredGrandfatheringRule): z.infer<typeof GrandfatheringShape> => ({
  ...{ ...toGrandfatheringRule(row), version: row.version, updatedAt: row.updatedAt.toISOString() },
})

export const showStep = ({ version, act, actor, reason, at, content }: GrandfatheringStep) => ({
  ...{ version, act, actor, reason, at: at.toISOString(), rule: content },
})
