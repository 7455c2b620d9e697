// Which flags a release must raise, worked out a second time: from the starter files and the change list alone, with none of
// the code that raises them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '@cte-align/contracts'
import type { CourseCodesFile, CredentialsFile, CrosswalkFile, FrameworkFile } from '../seed/files.ts'

const BREAKS = new Set(['scope-narrowed', 'moved', 'merged', 'split', 'retired'])
const CONTAINERS = new Set(['sector', 'pathway', 'cluster', 'sub-cluster', 'program', 'occupation'])
const WHOLE_SECTOR = new Set(['anchor', 'practice'])

interface Hanging {
  dependent: string
  item: string | null
  verified: boolean
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(import.meta.dirname, '..', 'seed', name), 'utf8'))

/** Dependents by `kind key`, each with its causes as `change id order`. */
export type Expected = Map<string, Set<string>>

/** Knows the starter data as it was loaded; not for releases that move or add items, or that touch the list of sectors that law speaks of. */
export function createOracle() {
  const frameworks = ['ca-mcs-2013.json', 'ca-cte-clusters.json'].map(name => read<FrameworkFile>(name))
  const items = new Map(frameworks.flatMap(file => file.items.map(item => [item.key, item] as const)))
  const { relations } = read<CrosswalkFile>('crosswalk-ca-mcs-2013-ca-cte-clusters.json')
  const hanging = [...authorizationsOnSectors(), ...courseCodesOnItems()]
  const { authorizations, assignmentRules } = read<CredentialsFile>('credentials.json')
  const twins = authorizations.filter(row => row.twinOf !== null)

  const owners = (key: string): string[] => {
    const parent = items.get(key)?.parent ?? null
    return parent === null ? [] : [parent, ...owners(parent)]
  }
  const below = (key: string, top: string) => key === top || owners(key).includes(top)

  /** Every dependent of a change; true where the way there is breaking and beyond doubt. */
  function firstOrder(change: Change): Map<string, boolean> {
    const { key, kind } = change.item
    const found = new Map<string, boolean>()
    const note = (hangs: Hanging, breaking: boolean) =>
      found.set(hangs.dependent, found.get(hangs.dependent) === true || (breaking && hangs.verified))
    const whole = CONTAINERS.has(kind) ? key : WHOLE_SECTOR.has(kind) ? owners(key)[0]! : null
    const breaks = BREAKS.has(change.class) && CONTAINERS.has(kind)
    const across = [key, ...owners(key)]
      .filter(end => (end === key ? CONTAINERS.has(kind) : true))
      .flatMap(end => relations.flatMap(({ from, to }) => (from === end ? [to] : to === end ? [from] : [])))
    const sectorReached = [key, ...owners(key), ...across].some(end => items.get(end!)?.kind === 'sector')
    for (const hangs of hanging) {
      if (hangs.item === null) {
        if (sectorReached) note(hangs, false)
        continue
      }
      if (hangs.item === key || (whole !== null && below(hangs.item, whole))) note(hangs, breaks && whole === key)
      if (owners(key).includes(hangs.item)) note(hangs, false)
      if (across.some(end => end !== null && below(hangs.item!, end))) note(hangs, false)
    }
    return found
  }

  function secondOrder(first: Map<string, boolean>): Set<string> {
    const hit = new Set<string>()
    for (const rule of assignmentRules) {
      const course = `course-code ${rule.courseCode}`
      const authorization = `authorization ${rule.documentCode}/${rule.authorizationCode}/${rule.subjectCode}`
      if (rule.subjectCode === '*') {
        const prefix = authorization.slice(0, -1)
        if ([...first].some(([name, breaking]) => breaking && name.startsWith(prefix))) hit.add(course)
        continue
      }
      const admitted = [
        authorization,
        ...twins.filter(row => `authorization ${row.twinOf}` === authorization).map(nameOf),
      ]
      if (first.get(course)) for (const name of admitted) hit.add(name)
      if (admitted.some(name => first.get(name))) hit.add(course)
    }
    return hit
  }

  return {
    expected(changes: Change[]): Expected {
      const all: Expected = new Map()
      const add = (name: string, cause: string) => all.set(name, (all.get(name) ?? new Set()).add(cause))
      for (const change of changes) {
        const first = firstOrder(change)
        for (const name of first.keys()) add(name, `${change.id} 1`)
        for (const name of secondOrder(first)) add(name, `${change.id} 2`)
      }
      return all
    },
  }

  function authorizationsOnSectors(): Hanging[] {
    const file = read<CredentialsFile>('credentials.json')
    const sectorOf = new Map(file.subjects.map(subject => [subject.code, subject.item]))
    const covers = new Set(['authorizes_cte_sector', 'adult_classes_only'])
    return file.authorizations
      .filter(row => covers.has(row.cteRelation) && sectorOf.has(row.subjectCode ?? ''))
      .map(row => ({ dependent: nameOf(row), item: sectorOf.get(row.subjectCode!)!, verified: row.verified }))
  }
}

function courseCodesOnItems(): Hanging[] {
  return read<CourseCodesFile>('course-codes.json').courseCodes.flatMap(row =>
    row.alignments.map(alignment => ({
      dependent: `course-code ${row.code}`,
      item: 'item' in alignment ? alignment.item : null,
      verified: alignment.verified,
    })),
  )
}

const nameOf = (row: { documentCode: string; authorizationCode: string | null; subjectCode: string | null }) =>
  `authorization ${row.documentCode}/${row.authorizationCode ?? '_'}/${row.subjectCode ?? '_'}`
