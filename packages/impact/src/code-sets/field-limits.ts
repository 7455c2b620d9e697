export type LimitedField = 'pathway-code' | 'course-code' | 'name' | 'local-course-id'

/** What CALPADS's file layouts say of a proposed value. `unknown` where no stored source gives the field's limit. */
export interface LimitVerdict {
  field: LimitedField
  value: string
  verdict: 'fits' | 'refused' | 'unknown'
  /** The rule that decided: `pathway-code/sub-pathway`. */
  rule: string
  /** Number of the field in the file layouts. */
  number: '9.07' | '9.08' | '9.09' | '11.13'
  message: string
  source: string
}

type Rule = { rule: string; broken: (value: string) => boolean; message: (value: string) => string; source: string }

const ROLLED_UP = 'Aeries 14000088508; documentation.calpads.org Report 3.19'
const LAYOUT = 'PowerSchool eSchoolPlus Course Section File Layout'
/** The range of CTE is the rule's; that a state course code has four digits, the CTC table's, where academic codes may add a subcategory (9.28). */
const CTE_RANGE = 'documentation.calpads.org CRSC0464'

const BLANK: Rule = {
  rule: 'blank',
  broken: value => value.trim() === '',
  message: () => 'is blank',
  source: 'schooldataleadership.org SCTE error list (GERR0001)',
}

/** In the order in which they are asked; the first that is broken is told. */
const LIMITS: Record<LimitedField, { number: LimitVerdict['number']; rules: Rule[]; fits: Omit<Rule, 'broken'> }> = {
  'pathway-code': {
    number: '11.13',
    rules: [
      BLANK,
      {
        rule: 'sub-pathway',
        broken: value => /^[0-9]{3}[A-Za-z]{1,2}$/.test(value),
        message: value =>
          `${value} does not fit: field 11.13 has three characters, and sub-pathways are rolled up to ${value.slice(0, 3)}`,
        source: ROLLED_UP,
      },
      {
        rule: 'three-digits',
        broken: value => !/^[0-9]{3}$/.test(value),
        message: value => `${value} does not fit: a CTE pathway code (field 11.13) is three digits`,
        source: ROLLED_UP,
      },
      {
        rule: 'reserved',
        broken: value => value === '999',
        message: () =>
          '999 is no pathway: it marks an introductory code that any pathway of its sector may use, and is never assigned to a student',
        source: 'Aeries 14000088590, citing the CDE Users Guide 2017-18',
      },
    ],
    fits: { rule: 'three-digits', message: value => `${value} fits field 11.13`, source: ROLLED_UP },
  },
  'course-code': {
    number: '9.07',
    rules: [
      BLANK,
      {
        rule: 'four-digits',
        broken: value => !/^[0-9]{4}$/.test(value),
        message: value => `${value} does not fit: a CTE state course code (field 9.07) is four digits`,
        source: LAYOUT,
      },
      {
        rule: 'cte-range',
        broken: value => value < '7000' || value > '8999',
        message: value => `${value} is no CTE course code: those are 7000 to 8999`,
        source: CTE_RANGE,
      },
    ],
    fits: { rule: 'cte-range', message: value => `${value} fits field 9.07`, source: CTE_RANGE },
  },
  'local-course-id': {
    number: '9.08',
    rules: [
      BLANK,
      {
        rule: 'ten-characters',
        broken: value => value.length > 10,
        message: value => `${value} does not fit: a Local Course ID (field 9.08) has at most ten characters`,
        source: LAYOUT,
      },
    ],
    fits: { rule: 'ten-characters', message: value => `${value} fits field 9.08`, source: LAYOUT },
  },
  name: {
    number: '9.09',
    rules: [BLANK],
    fits: {
      rule: 'length-unknown',
      message: () => 'No stored source says how long a course name (field 9.09) may be',
      source: LAYOUT,
    },
  },
}

/** Whether CALPADS could take a value at all, before anyone proposes it. Says nothing of whether the value is in use. */
export function checkFieldLimit(field: LimitedField, value: string): LimitVerdict {
  const { number, rules, fits } = LIMITS[field]
  const broken = rules.find(each => each.broken(value))
  const { rule, message, source } = broken ?? fits
  const passed = field === 'name' ? 'unknown' : 'fits'
  return {
    ...{ field, value, number, source },
    verdict: broken === undefined ? passed : 'refused',
    rule: `${field}/${rule}`,
    message: message(value),
  }
}

/** CTE state course codes are 7000 to 8999 (CRSC0464). */
export const isCteCode = (code: string): boolean => checkFieldLimit('course-code', code).verdict === 'fits'

/** Of values that must fit, those that do not: for whoever refuses a plan by them. */
export const brokenLimits = (values: readonly { field: LimitedField; value: string }[]): LimitVerdict[] =>
  values.map(({ field, value }) => checkFieldLimit(field, value)).filter(({ verdict }) => verdict === 'refused')
