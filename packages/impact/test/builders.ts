import {
  type Change,
  type ChangeClass,
  type CourseLevel,
  type CrosswalkRelation,
  type Dependent,
  type Item,
  type ItemKind,
  type ItemRef,
  idFrom,
  type Link,
  Operation,
  type OperationInput,
  type Provenance,
  type ReachedChange,
  type Relation,
  type RelationState,
  type ReleaseRef,
  type RuleEdge,
  releaseRef,
  type Wildcard,
} from '@cte-align/contracts'
import {
  type Applied,
  applyOperations,
  diff,
  lineageOf,
  planImpact,
  reachAll,
  type Tree,
  treeOf,
} from '../src/index.ts'

const provenance: Provenance = { source: 'test', verified: true, note: null }
export const MCS = 'ca-mcs-2013'
export const release: ReleaseRef = releaseRef(MCS, 2)
export const id = (name: string): string => idFrom('test', name)

/** `item('pathway', 'ICT.B')`: its id comes from the key, its code is the last part, its parent is given or at the top. */
export function item(kind: ItemKind, key: string, parent: string | null = null, rest: Partial<Item> = {}): Item {
  const code = parent === null ? key : key.slice(key.indexOf('.') + 1)
  return {
    id: id(key),
    kind,
    code,
    title: `Title of ${key}`,
    text: null,
    scopeNote: null,
    parent: parent === null ? null : id(parent),
    position: 0,
    status: 'active',
    retirement: null,
    provenance,
    ...rest,
  }
}

/** Two sectors; ICT has two pathways with standards and indicators, an anchor and a practice. */
export const sectors = (...more: Item[]): Tree =>
  treeOf(MCS, [
    item('sector', 'ICT'),
    item('sector', 'EEU', null, { position: 1 }),
    item('pathway', 'ICT.B', 'ICT'),
    item('pathway', 'ICT.C', 'ICT', { position: 1 }),
    item('anchor', 'ICT.5.0', 'ICT', { position: 2 }),
    item('indicator', 'ICT.5.1', 'ICT.5.0'),
    item('practice', 'ICT.P1', 'ICT', { position: 3 }),
    item('standard', 'ICT.B5.0', 'ICT.B'),
    item('indicator', 'ICT.B5.3', 'ICT.B5.0'),
    item('standard', 'ICT.C1.0', 'ICT.C'),
    item('pathway', 'EEU.A', 'EEU'),
    item('standard', 'EEU.A1.0', 'EEU.A'),
    ...more,
  ])

export function ref(key: string, kind: ItemKind = 'sector', framework = MCS): ItemRef {
  return { framework, id: id(key), key, kind, title: `Title of ${key}` }
}

export const cluster = (key: string, kind: ItemKind = 'cluster'): ItemRef => ref(key, kind, 'ca-cte-clusters')

export function relation(
  from: ItemRef,
  to: ItemRef | null,
  kind: Relation,
  state: RelationState = 'accepted',
): CrosswalkRelation {
  return {
    id: `${from.key} ${kind} ${to?.key}`,
    crosswalk: 'mcs-to-clusters',
    from,
    to,
    relation: kind,
    state,
    originalWord: null,
    pinned: { from: 'ca-mcs-2013@1', to: 'ca-cte-clusters@1' },
    author: 'test',
    decision: null,
    provenance,
  }
}

/** `CTE/R4T/EU` is an authorization, `7600` a course code, `EC 44260.9` a legal reference. */
export function dependent(key: string, level: CourseLevel | null = null): Dependent {
  const kind = key.includes('/') ? 'authorization' : key.includes(' ') ? 'legal-reference' : 'course-code'
  return { kind, key, title: `Title of ${key}`, level }
}

export function link(to: ItemRef, key: string, rest: Partial<Link> & { level?: CourseLevel } = {}): Link {
  const { level = null, ...more } = rest
  return {
    id: `${to.key}-${key}`,
    dependent: dependent(key, level),
    framework: to.framework,
    item: to,
    any: null,
    lineage: [],
    release: 1,
    verified: true,
    basis: 'test',
    ...more,
  }
}

/** A link as a service stores it: with the lineage that the tree gives. */
export function linkIn(tree: Tree, key: string, to: string, rest: Partial<Link> & { level?: CourseLevel } = {}): Link {
  const { kind } = tree.items.get(id(key))!
  return link(ref(key, kind, tree.framework), to, { lineage: lineageOf(tree, id(key)), ...rest })
}

export const wildcard = (key: string, framework = MCS, any: Wildcard = 'sector'): Link => ({
  ...link(ref('any'), key),
  id: `${framework}-${any}-${key}`,
  framework,
  item: null,
  any,
})

export function rule(courseCode: string, authorization: string, rest: Partial<RuleEdge> = {}): RuleEdge {
  const open = authorization.endsWith('*')
  return {
    rule: `${courseCode}:${authorization}`,
    courseCode: dependent(courseCode),
    authorization: open ? null : dependent(authorization),
    prefix: open ? authorization.slice(0, -1) : null,
    inferred: false,
    verified: true,
    ...rest,
  }
}

/** A change of a class, with nothing but what the plan looks at. */
export function changed(changeClass: ChangeClass, item: ItemRef, rest: Partial<Change> = {}): Change {
  return {
    id: `ca-mcs-2013@2:${item.id}:existence`,
    release: release.id,
    item,
    aspect: 'existence',
    class: changeClass,
    rule: `test/${changeClass}`,
    override: null,
    before: null,
    after: null,
    added: null,
    within: null,
    successors: null,
    assignments: [],
    lineage: null,
    fingerprints: { before: 'before', after: 'after' },
    ...rest,
  }
}

/** A container's change that reaches its own subtree and nothing else: `retired('EEU')`. */
export function alone(changeClass: ChangeClass, item: ItemRef, rest: Partial<Change> = {}): ReachedChange {
  const change = changed(changeClass, item, rest)
  return { change, reach: [{ item, scope: 'subtree', path: [{ edge: 'change', item }] }] }
}

export const retired = (key: string): ReachedChange => alone('retired', ref(key))

export function apply(base: Tree, ...operations: OperationInput[]): Applied {
  const parsed = operations.map(operation => Operation.parse(operation))
  const foreign = (framework: string, target: string) =>
    framework === 'ca-cte-clusters' && target === 'AED' ? cluster('AED') : undefined
  return applyOperations(base, parsed, { proposal: 'p1', release, foreign, by: 'editor' })
}

/** The whole road: operations, diff, reach, plan. */
export function impactsOf(
  base: Tree,
  operations: OperationInput[],
  { links, rules = [], relations = [] }: { links: Link[]; rules?: RuleEdge[]; relations?: CrosswalkRelation[] },
) {
  const { tree, notes } = apply(base, ...operations)
  const changes = diff(base, tree, release, notes)
  return planImpact(reachAll(changes, { base, proposed: tree, relations }), links, rules)
}

export const newItem = (kind: ItemKind, code: string, title = `Title of ${code}`) => ({ kind, code, title })
