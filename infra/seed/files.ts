// The shape of the starter data files, as their readers here need it.

interface Sourced {
  source: string
  verified: boolean
  note: string | null
}
type Sources = Record<string, string>

export interface FrameworkFile {
  format: 'cte-align/framework@1'
  sources: Sources
  framework: Sourced & { key: string; title: string; owner: string; description: string }
  release: { title: string; dates: { adoption: string | null; effective: string | null } }
  items: (Sourced & { key: string; kind: string; code: string; parent: string | null; title: string })[]
}

export interface AdoptionPhasesFile {
  format: 'cte-align/adoption-phases@1'
  sources: Sources
  phases: (Sourced & {
    key: string
    name: string
    plannedMonth: string | null
    subjectToChange: boolean
    items: (Sourced & { framework: string; item: string | null; printedName: string | null })[]
  })[]
}

export interface CrosswalkFile {
  format: 'cte-align/crosswalk@1'
  sources: Sources
  crosswalk: { key: string; title: string; from: string; to: string }
  relations: (Sourced & { from: string; to: string; relation: string; state: string; originalWord: string })[]
}

export interface CredentialsFile {
  format: 'cte-align/credentials@1'
  sources: Sources
  subjects: (Sourced & {
    code: string
    title: string
    earlierTitle: string | null
    titles: { title: string; from: string | null; to: string | null }[]
    spellings: { spelling: string; seen: string | null }[]
    framework: string
    item: string
  })[]
  documents: (Sourced & { code: string; title: string; status: string })[]
  authorizations: (Sourced & {
    documentCode: string
    authorizationCode: string | null
    subjectCode: string | null
    title: string
    cteRelation: string
    twinOf: string | null
  })[]
  assignmentRules: (Sourced & {
    courseCode: string
    documentCode: string
    authorizationCode: string
    subjectCode: string
    kind: string
  })[]
  legalReferences: (Sourced & {
    citation: string
    subject: string
    dependsOn: { framework: string; list: string; basis: string; verified: boolean }[]
  })[]
  authorizationCodes: (Sourced & { code: string; statement: string | null; truncated: boolean })[]
}

export interface CourseCodesFile {
  format: 'cte-align/course-codes@1'
  sources: Sources
  pathways: (Sourced & { code: string | null; name: string; framework: string; item: string; blocks: string[] })[]
  courseCodes: (Sourced & {
    code: string
    title: string
    level: string
    levelBasis: string
    pathwayName: string | null
    effectiveFrom: string | null
    effectiveTo: string | null
    alignments: { framework: string; item?: string; any?: 'sector'; basis: string; verified: boolean }[]
  })[]
}

interface Duration extends Sourced {
  days: number
  kind: 'calendar' | 'working'
}

export interface WorkflowFile {
  format: 'cte-align/workflow-template@1'
  sources: Sources
  template: {
    key: string
    title: string
    usualDays: Sourced & { days: string[] }
    precedent: Sourced & { title: string; months: number }
  }
  steps: (Sourced & {
    key: string
    title: string
    actors: string[]
    after: string[]
    duration: Duration | null
    anchor: { date: string; how: string } | null
    texts: string[]
    leaflets: boolean
  })[]
}
