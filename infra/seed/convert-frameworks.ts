// The two starter frameworks and the draft crosswalk between them.
import { createSources, isVerified, note, only, orNull, type Row, readFacts } from './facts.ts'

const MCS = 'ca-mcs-2013'
const CLUSTERS = 'ca-cte-clusters'

/** 15 sectors, each with its 11 anchors and its pathways. */
export function convertSectors(facts: string) {
  const sources = createSources()
  const sectors = readFacts(facts, 'mcs_sectors')
  const pathways = readFacts(facts, 'mcs_pathways')
  const anchors = readFacts(facts, 'mcs_anchor_standards')
  const framework = {
    key: MCS,
    title: 'California CTE Model Curriculum Standards (2013)',
    owner: 'CDE',
    description:
      '15 industry sectors with 58 pathways and the titles of the 11 anchor standards of each sector. Statements below them are not part of the starter data.',
    source: sources.id('sector', only([...new Set(sectors.map(row => row.source!))], 'source of the sectors')),
    verified: true,
    note: 'Effective date unknown',
  }
  const items = sectors.flatMap(sector => [
    item(sector.sector_key!, 'sector', sector.sector_key!, null, sector.sector_name!, {
      source: sources.id('sector', sector.source!),
      verified: isVerified(sector),
      note: note(sector.note, `CDE document ${sector.cde_pdf_file}`, `ASN ${sector.asn_document_id}`),
    }),
    ...anchors.map(anchor =>
      item(
        `${sector.sector_key}.${anchor.anchor_code}`,
        'anchor',
        anchor.anchor_code!,
        sector.sector_key!,
        anchor.title!,
        {
          source: sources.id('anchor', anchor.source!),
          verified: isVerified(anchor),
          note: 'Sourced: the eleven titles, the same in all sectors; the wording and the indicators differ per sector and are not here',
        },
      ),
    ),
    ...pathways
      .filter(pathway => pathway.sector_key === sector.sector_key)
      .map(pathway =>
        item(
          `${sector.sector_key}.${pathway.pathway_letter}`,
          'pathway',
          pathway.pathway_letter!,
          sector.sector_key!,
          pathway.pathway_name!,
          {
            source: sources.id('pathway', pathway.source!),
            verified: isVerified(pathway),
            note: note(pathway.letter_verified !== 'yes' && 'The name is sourced, the letter is not verified'),
          },
        ),
      ),
  ])
  return {
    format: 'cte-align/framework@1',
    framework,
    release: { title: 'Adopted 16 January 2013', dates: { adoption: '2013-01-16', effective: null } },
    sources: sources.all(),
    items,
  }
}

/** 14 clusters with their 72 sub-clusters: California's working copy, which nobody has adopted. */
export function convertClusters(facts: string) {
  const sources = createSources()
  const clusters = readFacts(facts, 'nccf_clusters')
  const subClusters = readFacts(facts, 'nccf_subclusters')
  const items = clusters.flatMap(cluster => [
    item(cluster.cluster_slug!, 'cluster', cluster.cluster_slug!, null, cluster.cluster_name!, {
      source: sources.id('cluster', cluster.source!),
      verified: isVerified(cluster),
      note: note(
        'Code is a working label',
        `grouping ${cluster.grouping}`,
        `cross-cutting ${cluster.cross_cutting}`,
        `O*NET ${cluster.onet_cluster_code}`,
        `NAICS ${cluster.naics_2_digit!.split('; ').join(', ')}`,
        `phase ${cluster.ca_mcs_update_phase} (${cluster.ca_phase_note})`,
      ),
    }),
    ...subClusters
      .filter(subCluster => subCluster.cluster_slug === cluster.cluster_slug)
      .map(subCluster => {
        const code = subCluster.sub_cluster_slug!.split('/').at(-1)!
        return item(
          `${cluster.cluster_slug}.${code}`,
          'sub-cluster',
          code,
          cluster.cluster_slug!,
          subCluster.sub_cluster_name!,
          {
            source: sources.id('sub-cluster', subCluster.source!),
            verified: isVerified(subCluster),
            note: note('Code is a working label', subCluster.note),
          },
        )
      }),
  ])
  return {
    format: 'cte-align/framework@1',
    framework: {
      key: CLUSTERS,
      title: "National Career Clusters Framework (2024), California's working copy",
      owner: 'CDE',
      description: describePhases(clusters),
      source: sources.id('cluster', clusters[0]!.source!),
      verified: true,
      note: 'Not an adopted framework; adopted and effective dates unknown',
    },
    release: { title: 'Working copy', dates: { adoption: null, effective: null } },
    sources: sources.all(),
    items,
  }
}

/** Adoption of clusters, as CDE's page announces it. */
const PHASES = [
  ['I', 'November 2025'],
  ['II', 'November 2026'],
  ['III', 'November 2027'],
] as const

function describePhases(clusters: Row[]): string {
  const phases = PHASES.map(([phase, date]) => {
    const names = clusters.filter(cluster => cluster.ca_mcs_update_phase === phase).map(cluster => cluster.cluster_name)
    const basis = phase === 'III' ? ' (by elimination)' : ''
    return `${phase}, ${date}${basis}: ${names.join('; ')}.`
  })
  return `A working copy, not adopted in California. Phases of State Board adoption as announced, subject to change; no vote is recorded here. ${phases.join(' ')}`
}

/** Nobody has published a map from sectors to clusters: every relation is a draft, and says only that the two are related. */
export function convertCrosswalk(facts: string) {
  const sources = createSources()
  return {
    format: 'cte-align/crosswalk@1',
    crosswalk: {
      key: 'ca-mcs-2013-to-ca-cte-clusters',
      title: 'Sectors of 2013 to clusters: a working proposal that nobody has verified',
      from: MCS,
      to: CLUSTERS,
    },
    relations: readFacts(facts, 'sector_to_cluster').map(row => ({
      from: row.sector_key,
      to: row.cluster_slug,
      relation: 'related',
      state: 'draft',
      originalWord: row.relation,
      note: orNull(row.note!),
      source: sources.id('crosswalk', row.source!),
      verified: isVerified(row),
    })),
    sources: sources.all(),
  }
}

interface Provenance {
  source: string
  verified: boolean
  note: string | null
}

function item(key: string, kind: string, code: string, parent: string | null, title: string, provenance: Provenance) {
  return { key, kind, code, parent, title, text: null, scopeNote: null, ...provenance }
}
