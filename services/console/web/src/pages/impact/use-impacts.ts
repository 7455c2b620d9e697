import { useMemo } from 'react'
import { flags, standards } from '../../data/api.ts'
import { type Pages, useAnswer, usePages } from '../../data/use-answer.ts'
import type { FlagAgency, ImpactOf } from '../../paths.ts'
import { type Filters, toQuery } from './impact-filters.ts'
import { type Hit, hitOfFlag, hitOfImpact, type Severity } from './impact-types.ts'

const PAGE = 200
const SERVICES = { ctc: 'credentials', calpads: 'course-codes' } as const
export type Counts = Record<Severity, number>

/** The dependents that match, in pages, with how many there are; the counts are of all, whatever is asked for. */
export interface Impacts extends Pages<Hit, unknown> {
  /** Of those that match; undefined until it is known. */
  total: number | undefined
  counts: Partial<Record<FlagAgency, Counts>>
  beside: Beside | undefined
}
export type Beside = NonNullable<ReturnType<typeof useProposalImpacts>['beside']>

/** Of the two ways to have impacts the one that is asked for is read, the other rests. */
export function useImpacts(of: ImpactOf, filters: Filters): Impacts {
  const ofProposal = useProposalImpacts('proposal' in of ? of.proposal : undefined, filters)
  const ofRelease = useReleaseImpacts('release' in of ? of.release : undefined, filters)
  return 'proposal' in of ? ofProposal : ofRelease
}

function useProposalImpacts(id: string | undefined, filters: Filters) {
  const query = toQuery(filters)
  const pages = usePages(
    ['standards', 'proposals', id, 'impacts-in-full', query],
    (cursor, signal) =>
      standards.GET('/proposals/{id}/impacts/causes', {
        params: { path: { id: id ?? '' }, query: { ...query, limit: PAGE, ...(cursor && { cursor }) } },
        signal,
      }),
    { enabled: id !== undefined, keep: true },
  )
  const { first, data } = pages
  const print = `${first?.digest} ${data?.length} ${JSON.stringify(query)} ${pages.old}`
  return {
    ...pages,
    data: useSame(data?.map(hitOfImpact), print),
    total: first?.total,
    counts: first?.agencies ?? {},
    beside: first?.beside,
  }
}

function useReleaseImpacts(release: string | undefined, filters: Filters): Impacts {
  const ctc = useFlagsOf('ctc', release, filters)
  const calpads = useFlagsOf('calpads', release, filters)
  const asked = [ctc, calpads].filter(each => each.enabled)
  const here = asked.every(({ pages }) => pages.data !== undefined)
  const totals = asked.map(({ total }) => total)
  const hits = here ? asked.flatMap(({ pages }) => pages.data ?? []).sort(gravestFirst) : undefined
  const print = `${release} ${here} ${asked.map(each => each.print).join(' ')}`
  return {
    data: useSame(hits, print),
    first: undefined,
    etag: null,
    old: asked.some(({ pages }) => pages.old),
    error: asked.find(({ pages }) => pages.error)?.pages.error ?? null,
    loading: asked.some(({ pages }) => pages.loading),
    readAt: Math.min(...asked.map(({ pages }) => pages.readAt)),
    again: () => {
      for (const { pages } of asked) pages.again()
    },
    more: asked.some(({ pages }) => pages.more),
    loadingMore: asked.some(({ pages }) => pages.loadingMore),
    loadMore: () => {
      for (const { pages } of asked) if (pages.more) pages.loadMore()
    },
    total: totals.some(total => total === undefined) ? undefined : totals.reduce((sum, total) => sum! + total!, 0),
    counts: { ...(ctc.counts && { ctc: ctc.counts }), ...(calpads.counts && { calpads: calpads.counts }) },
    beside: undefined,
  }
}

function useFlagsOf(agency: FlagAgency, release: string | undefined, { agency: asked, ...filters }: Filters) {
  const client = flags[agency]
  const service = SERVICES[agency]
  const { agency: _, ...rest } = toQuery({ ...filters, agency: '' })
  const query = { ...rest, ...(release !== undefined && { release }) }
  const enabled = release !== undefined && (asked === '' || asked === agency)
  const pages = usePages(
    [service, 'review', 'flags-in-full', query],
    (cursor, signal) =>
      client.GET('/flags/causes', { params: { query: { ...query, limit: PAGE, ...(cursor && { cursor }) } }, signal }),
    { enabled, keep: true },
  )
  const found = useAnswer(
    [service, 'review', 'summary', query],
    signal => client.GET('/flags/summary', { params: { query }, signal }),
    { enabled, keep: true },
  )
  const whole = useAnswer(
    [service, 'review', 'summary', { release }],
    signal => client.GET('/flags/summary', { params: { query: { ...(release && { release }) } }, signal }),
    { enabled: release !== undefined },
  )
  const standing = whole.data?.standing
  const many = (severity: Severity) =>
    (standing ?? []).reduce((sum, each) => sum + (each.severity === severity ? each.flags : 0), 0)
  const counts = standing && { breaking: many('breaking'), review: many('review'), notice: many('notice') }
  return {
    enabled,
    print: pages.data?.map(({ id, version }) => `${id}:${version}`).join(' '),
    pages: { ...pages, data: pages.data?.map(flag => hitOfFlag(agency, flag)) },
    total: found.data?.flags,
    counts,
  }
}

/**
 * The same hits as long as they say the same: what is drawn from them stays as it is when they are read again, or something beside
 * them is.
 */
function useSame(hits: Hit[] | undefined, print: string): Hit[] | undefined {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the print says when they are others
  return useMemo(() => hits, [print])
}

const ORDER: Severity[] = ['breaking', 'review', 'notice']
const gravestFirst = (a: Hit, b: Hit): number =>
  ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
  a.dependent.key.localeCompare(b.dependent.key, 'en', { numeric: true })
