// The three phases in which the State Board is to adopt the clusters, as CDE's page announces them.
import { createSources, readFacts } from './facts.ts'

const CLUSTERS = 'ca-cte-clusters'
const PAGE =
  'CDE page "CTE Model Curriculum Standards/Framework Update" (cde.ca.gov/ci/ct/sf/ctemcsupdate.asp), a public copy of it, read 2026-11-22'

/** The names that the page prints, in its wording, by the cluster's label. Of the third phase no copy was read: no names. */
const PRINTED: Record<string, Record<string, string>> = {
  I: {
    'arts-entertainment-design': 'Arts, Entertainment, and Design',
    'management-entrepreneurship': 'Management and Entrepreneurship',
    'marketing-sales': 'Marketing and Sales',
  },
  II: {
    'digital-technology': 'Digital Technology',
    education: 'Education',
    'energy-natural-resources': 'Energy and Natural Resources',
    'financial-services': 'Financial Services',
    'hospitality-events-tourism': 'Hospitality, Events, and Tourism',
    'public-service-safety': 'Public Safety and Services',
  },
}

const PHASES = [
  { number: 'I', key: 'mcs-update-1', month: '2025-11' },
  { number: 'II', key: 'mcs-update-2', month: '2026-11' },
  { number: 'III', key: 'mcs-update-3', month: '2027-11' },
] as const

const CUT_OFF = 'The copy of the page breaks off before phase three'

export function convertAdoptionPhases(facts: string) {
  const sources = createSources()
  const source = sources.id('page', PAGE)
  const clusters = readFacts(facts, 'nccf_clusters')
  const phases = PHASES.map(({ number, key, month }) => {
    const slugs = clusters.filter(row => row.ca_mcs_update_phase === number).map(row => row.cluster_slug!)
    const printed = PRINTED[number]
    if (printed && Object.keys(printed).sort().join() !== [...slugs].sort().join())
      throw new Error(`Phase ${number}: the names printed are not those of its clusters`)
    const items = slugs.map(slug => row(slug, printed?.[slug] ?? null, printed ? nameNote(slug) : `${CUT_OFF}: by elimination`))
    if (number === 'III') items.push(row(null, 'Career Ready Standards', `${CUT_OFF}; no cluster, and an item of no framework here`))
    return {
      key,
      name: `Phase ${number}`,
      plannedMonth: month,
      subjectToChange: true,
      items,
      source,
      verified: printed !== undefined,
      note: `Planned for the State Board; the page says "subject to change". No record of a vote was found${printed ? '' : `. ${CUT_OFF}: neither its month nor what is in it was read there`}`,
    }
  })

  function row(item: string | null, printedName: string | null, note: string | null) {
    return { framework: CLUSTERS, item, printedName, source, verified: !note?.startsWith(CUT_OFF), note }
  }
  return { format: 'cte-align/adoption-phases@1', sources: sources.all(), phases }
}

/** One name is not the framework's with "and" for "&": joined by hand. */
const nameNote = (slug: string): string | null =>
  slug === 'public-service-safety' ? 'The national framework calls it "Public Service & Safety"' : null
