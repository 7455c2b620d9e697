// CTC's side: subjects, documents, authorizations, the assignment rules of the course table, and the law that they follow.
import { createSources, isVerified, note, only, orNull, type Row, readFacts } from './facts.ts'

const RULE_KINDS: Record<string, string> = {
  sector: 'sector',
  single_subject_discretionary: 'single-subject',
  wildcard: 'wildcard',
}

type OnList = { framework: string; list: string; basis: string; verified: boolean }

/** Which sections speak of the list of sectors, by the words of the facts on them; the others are for reading. */
const ON_LISTS: Record<string, OnList[]> = {
  'EC 44260.9': [
    onSectors('sector-count', 'counts the industry sectors that the list of authorized subjects shall reflect: fifteen'),
    onClusters('cluster-count', 'inferred: a move to 14 clusters touches the number that it names'),
  ],
  '5 CCR 80035.5': [
    onSectors('sector-titles', 'lists the authorized subjects of the CTE credential, which are the industry sectors'),
    onClusters('cluster-titles', 'inferred: a move to 14 clusters touches the list of authorized subjects'),
  ],
  '5 CCR 80036.3': [
    onSectors('sector-titles', 'classifies subjects by sector titles; the copy read lists those from before 2014'),
  ],
  '5 CCR 80025.5': [
    {
      ...onSectors('sector-count', 'inferred: asks for experience in a sector listed in 5 CCR 80035.5, so it follows that list'),
      verified: false,
    },
  ],
}

export function convertCredentials(facts: string) {
  const sources = createSources()
  const keys = readFacts(facts, 'sector_keys')
  const authorizations = readFacts(facts, 'ctc_authorizations')
  const law = readFacts(facts, 'ctc_legal_references')
  for (const citation of Object.keys(ON_LISTS))
    only(
      law.filter(row => row.citation === citation),
      `row of ${citation}`,
    )
  return {
    format: 'cte-align/credentials@1',
    subjects: readFacts(facts, 'ctc_industry_sectors').map(row => ({
      code: row.subject_code,
      title: row.credential_title,
      earlierTitle: orNull(row.pre_2014_title!),
      titles: titlesOf(row),
      spellings: spellingsOf(row),
      framework: 'ca-mcs-2013',
      // Never by the code itself: five sector keys equal their subject codes, ten do not.
      item: only(
        keys.filter(key => key.ctc_subject_code === row.subject_code),
        `sector of subject ${row.subject_code}`,
      ).sector_key,
      source: sources.id('subject', row.source!),
      verified: isVerified(row),
      note: note(
        row.renamed_2014_09_01 === 'yes' &&
          'Title changed 2014-09-01, code kept; the pairing of old and new title is by comparing lists',
      ),
    })),
    documents: readFacts(facts, 'ctc_document_types').map(row => ({
      code: row.document_code,
      title: row.document_title,
      family: row.family,
      status: row.status,
      leaflet: orNull(row.leaflet!),
      legalReference: orNull(row.legal_reference!),
      cteRelevance: orNull(row.cte_relevance!),
      source: sources.id('document', row.source!),
      verified: isVerified(row),
      note: null,
    })),
    authorizations: authorizations.map(row => ({
      documentCode: row.document_code,
      authorizationCode: orNull(row.authorization_code!),
      subjectCode: orNull(row.subject_code!),
      title: row.authorization_title,
      subjectTitle: orNull(row.subject_title!),
      notes: orNull(row.notes!),
      cteRelation: row.cte_relation,
      status: row.status,
      twinOf: twinOf(row, authorizations),
      source: sources.id('authorization', row.source!),
      verified: isVerified(row),
      note: note(
        row.authorization_code === '' && 'Authorization code not found: a gap, not an error',
        row.subject_code === '' && 'Subject code not found',
        !isVerified(row) && 'Pairing of document and authorization is inferred',
        twinOf(row, authorizations) && 'That the by-examination twin stands for the same is inferred',
      ),
    })),
    assignmentRules: readFacts(facts, 'ctc_assignment_rules').map(row => ({
      courseCode: row.course_code,
      authType: row.auth_type,
      documentCode: row.document_code,
      authorizationCode: row.authorization_code,
      subjectCode: row.subject_code,
      kind: RULE_KINDS[row.rule_kind!] ?? fail(`kind of rule ${row.rule_kind}`),
      condition: orNull(row.condition!),
      source: sources.id('rule', row.source!),
      verified: isVerified(row),
      note: note(row.subject_code === '*' && `Admits ${row.subject_title}: no authorization has the subject code *`),
    })),
    legalReferences: law.map(row => ({
      citation: row.citation,
      subject: row.subject,
      dependsOn: ON_LISTS[row.citation!] ?? [],
      source: sources.id('law', row.source!),
      verified: isVerified(row),
      note: null,
    })),
    // The statements are their publisher's sentences: they are imported, never carried here.
    authorizationCodes: [...Map.groupBy(authorizations, row => row.authorization_code!)]
      .filter(([code]) => code !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, rows]) => {
        const row = rows.find(isVerified) ?? rows[0]!
        return {
          code,
          statement: null,
          truncated: false,
          family: null,
          source: sources.id('authorization', row.source!),
          verified: isVerified(row),
          note: note(!isVerified(row) && 'Its pairing with a document is inferred'),
        }
      }),
    sources: sources.all(),
  }
}

function onSectors(list: string, basis: string): OnList {
  return { framework: 'ca-mcs-2013', list, basis, verified: true }
}

function onClusters(list: string, basis: string): OnList {
  return { framework: 'ca-cte-clusters', list, basis, verified: false }
}

const RETITLED = '2014-09-01'
const DAY_BEFORE = '2014-08-31'

/** Five titles changed on one day (Coded Correspondence 14-08); of the other ten no change is known, and no day. */
function titlesOf(row: Row) {
  const title = row.credential_title!
  if (row.renamed_2014_09_01 !== 'yes') return [{ title, from: null, to: null, note: null }]
  const paired = 'Which title replaced which is by comparing the two lists'
  return [
    { title: row.pre_2014_title!, from: null, to: DAY_BEFORE, note: paired },
    { title, from: RETITLED, to: null, note: paired },
  ]
}

/** `A, B and C (sort table); A, B, and C (T12)`: what differs from the title is a spelling, with the place where it was seen. */
function spellingsOf(row: Row) {
  const seen = row.title_variants_seen!.split(';').map(text => text.trim().match(/^(.+?)(?: \(([^)]+)\))?$/))
  return seen.flatMap(found => {
    const [, spelling, where] = found ?? []
    if (!spelling || spelling === row.credential_title) return []
    return [{ spelling, seen: where ?? null }]
  })
}

/** `AGRX` is `AGRI` by examination. The rules name AGRI alone; only these four pairs may teach CTE. */
function twinOf(row: Row, all: Row[]): string | null {
  const base = row.subject_title!.match(/^(.+) \(Examination\)$/)?.[1]
  if (!base || row.cte_relation !== 'authorizes_cte_at_employer_discretion') return null
  const twin = only(
    all.filter(
      other =>
        other.document_code === row.document_code &&
        other.authorization_code === row.authorization_code &&
        other.subject_title === base,
    ),
    `twin of ${row.subject_code}`,
  )
  return `${twin.document_code}/${twin.authorization_code}/${twin.subject_code}`
}

function fail(what: string): never {
  throw new Error(`Unknown ${what}`)
}
