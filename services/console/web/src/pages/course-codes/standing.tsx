import { Tag } from '../../parts/Tags.tsx'

type Valid = 'yes' | 'no' | 'unknown'
const VALID = { yes: 'may be submitted', no: 'may not be submitted', unknown: 'unknown' } as const
const SHAPES = { yes: '✓', no: '✕', unknown: '?' } as const
const KINDS = { yes: 'good', no: 'breaking', unknown: 'unsure' } as const

/** Whether a code may be submitted for a year (GERR0007); unknown is an answer. */
export const ValidTag = ({ valid, short = false }: { valid: Valid; short?: boolean }) => (
  <Tag kind={KINDS[valid]}>
    <span aria-hidden="true">{SHAPES[valid]}</span> {short ? valid : VALID[valid]}
  </Tag>
)

/** Said in place of what no source says. */
export const Unknown = ({ why = 'No source says it' }: { why?: string }) => (
  <span className="soft" title={why}>
    unknown
  </span>
)

export const orUnknown = (said: string | null, why?: string) =>
  said === null ? <Unknown {...(why && { why })} /> : said

/** `2017-18 to 2039-40`, an end that nobody says as such. */
export const yearsText = ({
  effectiveFrom,
  effectiveTo,
}: {
  effectiveFrom: string | null
  effectiveTo: string | null
}) =>
  effectiveFrom === null && effectiveTo === null
    ? 'unknown'
    : `${effectiveFrom ?? 'unknown'} to ${effectiveTo ?? 'unknown'}`
