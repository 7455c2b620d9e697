import { censusDay, Day, SchoolYear, schoolYearOf } from '@cte-align/contracts'

const california = new Intl.DateTimeFormat('en-CA', {
  ...{ timeZone: 'America/Los_Angeles', year: 'numeric', month: '2-digit', day: '2-digit' },
})

/** How the day is asked for, in a body or a query. */
export const CensusDate = {
  censusDate: Day.optional().meta({
    description: 'The day that credentials are held against; it need not be a census day',
  }),
  schoolYear: SchoolYear.optional().meta({
    description: 'Its census day, where censusDate is not given; default: the present school year',
  }),
}

/** The day itself, else the census day of the school year, else that of the present one. */
export function censusDateOf(
  { censusDate, schoolYear }: { censusDate?: string | undefined; schoolYear?: SchoolYear | undefined },
  now: Date,
): string {
  return censusDate ?? censusDay(schoolYear ?? schoolYearOf(california.format(now)))
}
