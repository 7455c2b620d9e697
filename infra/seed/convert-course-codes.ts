// The CALPADS side: pathway codes, course codes, and the items that each course code hangs on.
import { createSources, isVerified, note, only, orNull, type Row, readFacts } from './facts.ts'

const MCS = 'ca-mcs-2013'

export function convertCourseCodes(facts: string) {
  const sources = createSources()
  const pathways = readFacts(facts, 'mcs_pathways')
  const keys = readFacts(facts, 'sector_keys')
  const rules = readFacts(facts, 'ctc_assignment_rules').filter(
    rule => rule.rule_kind !== 'single_subject_discretionary',
  )

  // 999 marks introductory courses usable by any pathway of a sector. It is a reference value, not a pathway.
  const numbered = readFacts(facts, 'calpads_cte_pathway_codes').filter(row => row.cte_pathway_code !== '999')
  return {
    format: 'cte-align/course-codes@1',
    pathways: numbered.map(row => {
      const pathway = pathwayOf(row)
      const numberFrom = row.cte_pathway_code !== '' && `; number: ${row.code_source}`
      const source = row.source === 'same as code_source' ? row.code_source! : row.source! + (numberFrom || '')
      return {
        code: orNull(row.cte_pathway_code!),
        name: row.pathway_name,
        framework: MCS,
        item: `${row.sector_key}.${row.pathway_letter}`,
        blocks: row.state_course_code_blocks!.split(';'),
        source: sources.id('pathway', source),
        verified: isVerified(row),
        note: note(
          row.verification_note,
          row.pathway_name !== pathway.pathway_name && `the standards write ${pathway.pathway_name}`,
        ),
      }
    }),
    courseCodes: readFacts(facts, 'calpads_cte_course_codes').map(row => ({
      code: row.state_course_code,
      title: row.title,
      level: row.level,
      levelBasis: row.level_basis,
      sectorName: row.industry_sector,
      pathwayName: orNull(row.pathway_name!),
      pathwayBasis: row.pathway_basis,
      effectiveFrom: orNull(row.effective_start_school_year!),
      effectiveTo: orNull(row.effective_end_school_year!),
      alignments: row.pathway_letter ? [alignToPathway(row)] : alignToSectors(row),
      source: sources.id('course-code', row.source!),
      verified: isVerified(row),
      note: note(
        row.verification_note,
        row.pathway_basis!.startsWith('unknown') && 'pathway unknown: aligned to the sector until somebody says which',
      ),
    })),
    sources: sources.all(),
  }

  function pathwayOf(row: Row): Row {
    const found = pathways.filter(p => p.sector_key === row.sector_key && p.pathway_letter === row.pathway_letter)
    return only(found, `pathway ${row.sector_key}.${row.pathway_letter}`)
  }

  function alignToPathway(row: Row) {
    pathwayOf(row)
    const basis = `pathway of the course code: ${row.pathway_basis}`
    return { framework: MCS, item: `${row.sector_key}.${row.pathway_letter}`, basis, verified: isVerified(row) }
  }

  /**
   * A code that stands for a whole sector hangs on the sectors whose authorizations its rules admit. The table's own
   * sector would lose the Marketing side of 7400 and all fifteen of 7000.
   */
  function alignToSectors(row: Row) {
    return rules
      .filter(rule => rule.course_code === row.state_course_code)
      .map(rule => {
        const name = `assignment rule ${rule.document_code}/${rule.authorization_code}/${rule.subject_code}`
        if (rule.rule_kind === 'wildcard') {
          const basis = `${name} admits ${rule.subject_title}; from the rules, the table names no sector`
          return { framework: MCS, any: 'sector', basis, verified: isVerified(row) }
        }
        const sector = only(
          keys.filter(key => key.ctc_subject_code === rule.subject_code),
          `sector of ${rule.subject_code}`,
        )
        const basis =
          sector.sector_key === row.sector_key
            ? `${row.pathway_basis}; ${name}`
            : `from ${name}, not from the table's sector`
        return { framework: MCS, item: sector.sector_key, basis, verified: isVerified(row) }
      })
  }
}
