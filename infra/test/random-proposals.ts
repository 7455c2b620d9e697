// Random proposals that fit a published framework, and the records that hang on it.
import { type Item, isContainer, Operation, type OperationInput } from '@cte-align/contracts'
import { type Tree, treeOf } from '@cte-align/impact'
import { randomOperations } from '../../packages/impact/test/random-operations.ts'
import { diceOf } from '../../packages/impact/test/random-tree.ts'
import { connect, type Services } from '../seed/changes.ts'
import { readAll } from '../seed/http.ts'
import type { Urls } from '../seed/load.ts'

export const NEAR = 'test-random-near'
export const FAR = 'test-random-far'
const CODES = ['7600', '7610', '7611', '7612', '7620', '7621']
const AUTHORIZATIONS = ['CTE/R4T/EU', 'AETC/R4FA/EU', 'CTE/R4T/ITEC', 'TC4T/R4T/EU', 'CTE/R4T/ANR', 'BIPT/_/EU']

export type Numbers = (sides: number) => number

/** The same numbers for the same seed. */
export function numbersFrom(seed: number): Numbers {
  let state = (seed * 2654435761) >>> 0
  return sides => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) % sides
  }
}

const add = (
  kind: 'sector' | 'cluster' | 'pathway' | 'sub-cluster' | 'anchor' | 'standard' | 'indicator',
  code: string,
  parent: string | null,
): OperationInput => ({
  op: 'add',
  parent,
  item: { kind, code, title: `${kind} ${code} (hypothetical)` },
})

/** Three sectors, each with two pathways, an anchor and standards; codes are unique, so that what moves takes its code along. */
export const nearOperations: OperationInput[] = ['S1', 'S2', 'S3'].flatMap(sector => [
  add('sector', sector, null),
  add('anchor', `${sector}-1`, sector),
  add('indicator', `${sector}-1.1`, `${sector}.${sector}-1`),
  ...['A', 'B'].flatMap(letter => {
    const pathway = `${sector}${letter}`
    return [
      add('pathway', pathway, sector),
      add('standard', `${pathway}1`, `${sector}.${pathway}`),
      add('indicator', `${pathway}1.1`, `${sector}.${pathway}1`),
    ]
  }),
])
export const farOperations: OperationInput[] = ['C1', 'C2', 'C3'].flatMap(cluster => [
  add('cluster', cluster, null),
  add('sub-cluster', `${cluster}-a`, cluster),
])

export async function readTree({ standards }: Services, framework: string): Promise<Tree> {
  const rows = await readAll<Item & Record<string, unknown>>(
    standards,
    `/frameworks/${framework}/items?status=any&limit=200`,
  )
  return treeOf(
    framework,
    rows.map(({ framework: _f, key: _k, from: _a, to: _b, ...item }) => item as Item),
  )
}

/** Links of course codes and authorizations all over both frameworks, some of them unverified. */
export async function linkSome(services: Services, trees: Tree[], numbers: Numbers, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const tree = trees[numbers(4) === 0 ? 1 : 0]!
    const active = [...tree.items.values()].filter(
      item => item.status === 'active' && (isContainer(item.kind) || numbers(3) === 0),
    )
    const { id } = active[numbers(active.length)]!
    const wish = { framework: tree.framework, item: id, basis: 'random (test)', verified: numbers(4) > 0 }
    const path =
      n % 2 === 0
        ? `/course-codes/${CODES[numbers(CODES.length)]}/links`
        : `/authorizations/${AUTHORIZATIONS[numbers(AUTHORIZATIONS.length)]}/links`
    await (n % 2 === 0 ? services.courseCodes : services.credentials).post(path, wish).catch(alreadyThere)
  }
}

/** Law that counts or lists the tops of both frameworks, one of it unverified. */
export async function linkLaw({ credentials }: Services): Promise<void> {
  const on = (framework: string, list: string, verified = true) => ({
    framework,
    list,
    basis: 'made up (test)',
    verified,
  })
  const law = [
    on(NEAR, 'sector-count'),
    on(NEAR, 'sector-titles'),
    on(NEAR, 'sector-titles', false),
    on(FAR, 'cluster-count'),
  ]
  await credentials.post('/imports', {
    format: 'cte-align/credentials@1',
    sources: { s: 'made up for a test' },
    legalReferences: law.map((named, n) => ({
      ...{ citation: `Hypothetical ${n}`, subject: `Law ${n} (hypothetical)`, dependsOn: [named] },
      ...{ source: 's', verified: true },
    })),
  })
}

function alreadyThere(error: { code?: string }): void {
  if (error.code !== 'CTE_LINK_EXISTS') throw error
}

/** Draft relations between the tops of both, some of which somebody else accepts or rejects. */
export async function relateSome(services: Services, urls: Urls, numbers: Numbers): Promise<void> {
  const ends = [
    ['S1', 'C1'],
    ['S2', 'C1'],
    ['S2', 'C2'],
    ['S3', 'C3'],
    ['S1.S1A', 'C2.C2-a'],
    ['S3.S3B', 'C1.C1-a'],
  ] as const
  await connect(urls, 'random-author').standards.post('/imports/crosswalk', {
    format: 'cte-align/crosswalk@1',
    sources: { s: 'made up for a test' },
    crosswalk: { key: 'test-random', title: 'Random (test)', from: NEAR, to: FAR },
    relations: ends.map(([from, to], n) => ({
      ...{ from, to, relation: (['related', 'broader', 'equivalent', 'narrower'] as const)[n % 4], state: 'draft' },
      ...{ originalWord: 'random', note: null, source: 's', verified: false },
    })),
  })
  const rows = await readAll<{ id: string }>(services.standards, '/crosswalks/test-random/relations')
  for (const [n, { id }] of rows.entries()) {
    if (n % 3 === 2) continue
    const path = `/crosswalks/test-random/relations/${id}`
    const matching = async () => ({ 'if-match': (await services.standards.read(path)).etag ?? '' })
    const [decision, reason] = [numbers(5) === 0 ? 'reject' : 'accept', 'random (test)']
    if (decision === 'accept') await services.standards.post(`${path}/review`, { reason }, await matching())
    await services.standards.post(`${path}/decision`, { decision, reason }, await matching())
  }
}

/** A concentrator and a capstone on one pathway: a split may tear them apart. */
export async function linkSequence({ courseCodes }: Services, tree: Tree): Promise<void> {
  for (const item of tree.items.values())
    if (item.kind === 'pathway')
      for (const code of SEQUENCE)
        await courseCodes
          .post(`/course-codes/${code}/links`, {
            framework: tree.framework,
            item: item.id,
            basis: 'a sequence (test)',
            verified: true,
          })
          .catch(alreadyThere)
}
const SEQUENCE = ['7611', '7612'] as const

/** A pathway's concentrator and capstone go different ways. */
function tornApart(tree: Tree, numbers: Numbers, run: number): Operation[] {
  const pathways = [...tree.items.values()].filter(item => item.kind === 'pathway' && item.status === 'active')
  if (pathways.length === 0) return []
  const [left, right] = [`L${run}`, `R${run}x`]
  const made = (code: string) => ({ kind: 'pathway' as const, code, title: `Pathway ${code} (hypothetical)` })
  const assignments = SEQUENCE.map((key, n) => ({
    dependent: { kind: 'course-code', key },
    successor: [left, right][n],
  }))
  const into = [made(left), made(right)]
  return [Operation.parse({ op: 'split', item: pathways[numbers(pathways.length)]!.id, into, assignments })]
}

/** Some operations that can be done one after the other, with successors and dependents that there are. */
export function someOperations(tree: Tree, numbers: Numbers, run: number): Operation[] {
  const torn = run % 6 === 1 ? tornApart(tree, numbers, run) : []
  if (torn.length > 0) return torn
  const dice = diceOf(Array.from({ length: 60 }, () => numbers(9999)))
  const made = randomOperations(tree, dice, { proposal: `run-${run}`, count: 1 + numbers(5), start: 1000 + run * 10 })
  return made.map(operation => {
    if (operation.op === 'split') {
      const named = new Map<string, (typeof operation.assignments)[number]>()
      for (const { successor } of operation.assignments) {
        const key = CODES[numbers(CODES.length)]!
        named.set(key, { dependent: { kind: 'course-code', key }, successor })
      }
      return { ...operation, assignments: [...named.values()] }
    }
    if (operation.op !== 'retire' || !Array.isArray(operation.successors)) return operation
    const successors = operation.successors.map(each =>
      each.framework === tree.framework ? each : { framework: FAR, item: ['C1', 'C2', 'C3'][numbers(3)]! },
    )
    return { ...operation, successors }
  })
}
