import { useFilters } from '../../data/use-filters.ts'
import { isSchoolYear, thisSchoolYear } from './school-years.ts'

const DEFAULTS = { schoolYear: thisSchoolYear() }

/** The school year in the address; the running one where there is none, or none that can be. */
export function useYear(): { year: string; setYear: (year: string) => void } {
  const { filters, set } = useFilters(DEFAULTS)
  const year = isSchoolYear(filters.schoolYear) ? filters.schoolYear : DEFAULTS.schoolYear
  return { year, setYear: schoolYear => set({ schoolYear }) }
}
