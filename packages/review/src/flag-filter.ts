import { Actor, ChangeClass, Day, DependentKind, ReleaseId, Severity, Slug, writtenText } from '@cte-align/contracts'
import { z } from 'zod'
import { Disposition } from './disposition.ts'
import { FlagState } from './state-machine.ts'

const yesNo = (description: string) => ({
  inAddress: z
    .enum(['true', 'false'])
    .transform(word => word === 'true')
    .optional()
    .meta({ description }),
  inBody: z.boolean().optional().meta({ description }),
})
const YES_NO = {
  unverified: yesNo('Every cause rests on a doubt'),
  undecided: yesNo('After a split nobody has said where the dependent goes'),
  findings: yesNo('It says more than its severity: a sequence that breaks'),
  unowned: yesNo('Nobody sees to it'),
  unresolved: yesNo('Open, in review or returned: somebody must still deal with it'),
  overdue: yesNo('Not resolved, and due before today in California'),
}
type YesNo = keyof typeof YES_NO
const each = <K extends 'inAddress' | 'inBody'>(where: K) =>
  Object.fromEntries(Object.entries(YES_NO).map(([name, word]) => [name, word[where]])) as {
    [N in YesNo]: (typeof YES_NO)[N][K]
  }

/** A code, or `none` for those that have none. */
const code = (description: string) =>
  z
    .string()
    .regex(/^(?:[A-Za-z0-9]{1,10}|_|none)$/, 'must be a code, _ or none')
    .optional()
    .meta({ description })

const words = {
  release: ReleaseId.max(80).optional(),
  framework: Slug.optional(),
  state: FlagState.optional(),
  disposition: Disposition.optional().meta({ description: 'How it was resolved; superseded: by an erratum' }),
  severity: Severity.optional(),
  class: ChangeClass.optional(),
  kind: DependentKind.optional().meta({ description: 'Of the dependent; legal-reference: statutes and regulations' }),
  dependent: z.string().min(1).max(60).optional().meta({ description: 'CTE/R4T/ANR, EC 44260.9, or a course code' }),
  document: code('Document code of an authorization: CTE; none: no authorization'),
  subject: code('Subject code of an authorization: ANR; none: no authorization'),
  item: z.string().min(1).max(170).optional().meta({ description: 'A changed item: its id or natural key (ICT.B5.3)' }),
  sector: z
    .string()
    .regex(/^(?:[a-z0-9-]{1,64}:)?[A-Za-z0-9._/-]{1,80}$/, 'must be ICT, or ca-mcs-2013:ICT')
    .optional()
    .meta({ description: 'Top-level item on the way of any of its paths: ICT, or ca-mcs-2013:ICT' }),
  change: z
    .string()
    .regex(/^[a-z-]{1,20}:[0-9a-f-]{36}$/, 'must be a class and the id of an item, as in retired:<id>')
    .optional()
    .meta({ description: 'Among its gravest causes: class:item id, as groups by change are keyed' }),
  owner: Actor.shape.id.optional(),
  due: z.enum(['dated', 'unknown', 'none']).optional().meta({ description: 'Whether it is known when it is due' }),
  dueFrom: Day.optional().meta({ description: 'Due on this day or later' }),
  dueTo: Day.optional().meta({ description: 'Due on this day or earlier' }),
  q: writtenText(1, 100).optional().meta({ description: 'Part of a dependent, its title or an item key' }),
}

/** What lists, groups, counts and exports of flags can be narrowed to, as an address says it. */
export const FlagFilter = z.strictObject({ ...words, ...each('inAddress') })
/** The same in a body, where yes and no are true and false. */
export const FlagFilterBody = z.strictObject({ ...words, ...each('inBody') })
export type FlagFilter = z.infer<typeof FlagFilterBody>
