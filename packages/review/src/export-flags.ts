import type { Cause } from '@cte-align/contracts'
import { itemInWords, pathInWords } from '@cte-align/impact'
import type { QueryFilter } from 'mongoose'
import { FLAG_ORDER } from './flag-order.ts'
import type { Flags } from './flags.ts'
import type { FlagDoc } from './models/flag.ts'
import type { ReviewModels } from './models/models.ts'

/** What an analyst sorts and filters by in a spreadsheet: one row for each cause of each flag. */
export const COLUMNS = {
  severity: 'severity',
  dependent: 'dependent',
  title: 'title',
  level: 'level',
  class: 'change class',
  item: 'changed item',
  itemTitle: 'changed item title',
  before: 'before',
  after: 'after',
  causeSeverity: 'severity of this cause',
  order: 'order',
  path: 'path',
  otherPaths: 'further paths',
  doubts: 'doubts',
  assignment: 'goes to',
  findings: 'findings',
  state: 'state',
  owner: 'owner',
  disposition: 'disposition',
  release: 'release',
  adoption: 'adoption',
  effective: 'effective',
  due: 'due',
  flag: 'flag',
  corrects: 'corrects',
  takesBack: 'taken back by the erratum',
  supersedes: 'supersedes',
  supersededBy: 'superseded by',
} as const

/** Streams; a list of any length costs one flag's memory. */
export async function* exportRows({ Flag }: ReviewModels, flags: Flags, query: QueryFilter<FlagDoc>) {
  for await (const flag of Flag.find(query).sort(FLAG_ORDER).lean<FlagDoc[]>().cursor())
    for (const cause of await flags.causesOf(flag)) yield toRow(flag, cause)
}

function toRow(flag: FlagDoc, cause: Cause): Record<keyof typeof COLUMNS, string | number> {
  const { dependent, dates, release } = flag
  const { change, paths, assignment } = cause
  return {
    severity: flag.severity,
    dependent: dependent.key,
    title: dependent.title,
    level: dependent.level ?? '',
    class: change.class,
    item: change.item.key,
    itemTitle: change.item.title,
    before: fieldsInWords(change.before),
    after: fieldsInWords(change.after),
    causeSeverity: cause.severity,
    order: cause.order,
    path: pathInWords(paths[0]!),
    otherPaths: paths.length - 1,
    doubts: cause.doubts.join(', '),
    assignment: assignment === null || assignment === 'undecided' ? (assignment ?? '') : itemInWords(assignment),
    findings: flag.findings.map(finding => finding.message).join(' '),
    state: flag.state,
    owner: flag.owner ?? '',
    disposition: flag.disposition ?? '',
    release: release.id,
    adoption: dates.adoption ?? 'unknown',
    effective: dates.effective ?? 'unknown',
    due: flag.dueSet?.day ?? flag.due?.day ?? flag.due?.state ?? '',
    flag: flag._id,
    corrects: flag.corrects ?? '',
    takesBack: flag.takesBack?.includes(change.item.id) ? 'yes' : '',
    supersedes: flag.supersedes ?? '',
    supersededBy: flag.supersededBy ?? '',
  }
}

/** `title: Health Science; code: HST`. */
function fieldsInWords(fields: object | null): string {
  const words = ([name, value]: [string, unknown]) =>
    `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`
  return Object.entries(fields ?? {})
    .map(words)
    .join('; ')
}
