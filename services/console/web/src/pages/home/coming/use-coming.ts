import { useDraftEditions, useDraftPlans, useDueMonths, useNewReleases, usePhases, useUnderWay } from '../use-home.ts'
import { useOpenWorkflows } from '../use-open-workflows.ts'
import {
  type Coming,
  fromEditions,
  fromGroups,
  fromPhases,
  fromPlans,
  fromProposals,
  fromReleases,
  fromWorkflows,
  schoolDays,
} from './coming.ts'

/** All that comes, from every service that knows a day. `missing`: what could not be read, so that a gap is not taken for nothing. */
export function useComing(today: string) {
  const parts = {
    'adoption phases': part(usePhases(), ({ items }) => fromPhases(items)),
    'dates of releases': part(useNewReleases(), fromReleases),
    'dates of proposals': part(useUnderWay(), fromProposals),
    'due flags of CTC': part(useDueMonths('ctc'), groups => fromGroups('ctc', groups)),
    'due flags of CALPADS': part(useDueMonths('calpads'), groups => fromGroups('calpads', groups)),
    'workflow days': part(useOpenWorkflows().answer, fromWorkflows),
    'code plans': part(useDraftPlans(), ({ items }) => fromPlans(items)),
    'rule editions': part(useDraftEditions(), ({ items }) => fromEditions(items)),
  }
  const all = Object.entries(parts)
  return {
    entries: [...schoolDays(today), ...all.flatMap(([, { entries }]) => entries)],
    loading: all.some(([, { loading }]) => loading),
    missing: all.filter(([, { error }]) => error !== null).map(([name]) => name),
    again: () => {
      for (const [, { error, again }] of all) if (error) again()
    },
  }
}

function part<T>(
  answer: { data: T | undefined; error: Error | null; loading: boolean; again: () => void },
  entries: (data: T) => Coming[],
) {
  const { data, error, again } = answer
  return {
    entries: data === undefined ? [] : entries(data),
    loading: data === undefined && error === null,
    error,
    again,
  }
}
