// Values that exist, so that requests come past "there is no such thing".
import type { OperationInput } from '@cte-align/contracts'
import { assessed, connect, propose, publish, type Services } from '../seed/changes.ts'
import { readAll, type ServiceClient } from '../seed/http.ts'
import type { Urls } from '../seed/load.ts'
import type { ServiceName } from '../system.ts'

/** For the operations whose path fits the expression: values by parameter, as in `path.id`. Each path fits one row at most. */
export type RealValues = { paths: string; parameters: Record<string, string[]> }[]

const FRAMEWORK = 'ca-mcs-2013'
const retitle = (item: string, title: string): OperationInput => ({ op: 'retitle', item, title })

/** Publishes a change that raises flags, leaves proposals open, and gathers names of what is there by then. */
export async function prepare(urls: Urls): Promise<Record<ServiceName, RealValues>> {
  const services = connect(urls, 'fuzz')
  const { credentials, courseCodes } = services
  const renamed = [retitle('BUS', 'Finance and Business (made up)'), retitle('ICT', 'Information (made up)')]
  const release = await publish(services, await propose(services, change('Published', renamed)), 'To have flags')
  await assessed(services, release)
  const proposals: string[] = []
  for (let number = 1; number <= 8; number++)
    proposals.push(await propose(services, change(`Open ${number}`, [retitle('AGR', `Agriculture ${number}`)])))
  return {
    standards: await ofStandards(services, proposals, release),
    credentials: await ofCredentials(credentials, release),
    'course-codes': await ofCourseCodes(courseCodes, release),
  }
}

const change = (title: string, operations: OperationInput[]) => ({ framework: FRAMEWORK, title, operations })

const versions = { 'header.if-match': ['"v1"', '"v2"', '"v3"'] }

async function ofStandards({ standards }: Services, proposals: string[], release: string): Promise<RealValues> {
  type Row = { id: string; key: string }
  const { items } = await standards.get<{ items: Row[] }>(`/frameworks/${FRAMEWORK}/items`)
  const [crosswalk] = (await standards.get<{ items: Row[] }>('/crosswalks')).items
  const relations = await readAll<Row>(standards, `/crosswalks/${crosswalk!.key}/relations`)
  const frameworks = [FRAMEWORK, 'ca-cte-clusters']
  const keys = items.map(({ key }) => key)
  return [
    { paths: '^/proposals$', parameters: { 'query.framework': frameworks, 'body.framework': frameworks } },
    { paths: '^/proposals/', parameters: { 'path.id': proposals, 'body.operations[*].item': keys, ...versions } },
    { paths: '^/crosswalks/[^/]+$', parameters: { 'path.key': [crosswalk!.key] } },
    {
      paths: '^/crosswalks/[^/]+/relations',
      parameters: {
        'path.key': [crosswalk!.key],
        'path.id': relations.map(({ id }) => id),
        'query.item': keys,
        ...versions,
      },
    },
    { paths: '^/frameworks/', parameters: { 'path.key': frameworks, 'query.parent': keys } },
    { paths: '^/items/', parameters: { 'path.id': items.map(({ id }) => id) } },
    { paths: '^/releases', parameters: { 'path.id': [release], 'query.item': ['BUS', 'ICT'] } },
    {
      paths: '^/adoption-phases/',
      parameters: { 'path.id': ['mcs-update-1', 'mcs-update-2', 'mcs-update-3'], ...versions },
    },
    { paths: '^/dates/', parameters: { 'body.framework': frameworks } },
    { paths: '^/imports/statements', parameters: { 'query.framework': frameworks } },
  ]
}

async function ofCredentials(credentials: ServiceClient, release: string): Promise<RealValues> {
  type Authorization = { documentCode: string; authorizationCode: string | null; subjectCode: string | null }
  const { items } = await credentials.get<{ items: Authorization[] }>('/authorizations?limit=40')
  const codes = (field: keyof Authorization) => [...new Set(items.map(row => row[field] ?? '_'))]
  return [
    ...(await ofReview(credentials, release)),
    { paths: '^/documents/', parameters: { 'path.code': codes('documentCode') } },
    {
      paths: '^/authorizations',
      parameters: {
        'path.document': codes('documentCode').slice(0, 2),
        'path.authorization': codes('authorizationCode').slice(0, 2),
        'path.subject': codes('subjectCode').slice(0, 3),
        'query.item': ['BUS', 'ICT'],
        ...NEW_LINK,
        ...versions,
      },
    },
  ]
}

async function ofCourseCodes(courseCodes: ServiceClient, release: string): Promise<RealValues> {
  const { items } = await courseCodes.get<{ items: { code: string }[] }>('/course-codes?limit=40')
  const codes = items.map(({ code }) => code)
  return [
    ...(await ofReview(courseCodes, release)),
    {
      paths: '^/course-codes',
      parameters: { 'path.code': codes, 'query.item': ['BUS', 'ICT'], ...NEW_LINK, ...versions },
    },
    ...(await ofCodePlans(courseCodes, { codes, release })),
  ]
}

/** Plans about a release and about nothing, with entries that stand and an edition that one of them has become. */
async function ofCodePlans(
  courseCodes: ServiceClient,
  { codes, release }: { codes: string[]; release: string },
): Promise<RealValues> {
  const plan = { title: 'A plan (made up)', schoolYear: '2027-28', reason: 'To be fuzzed' }
  const plans: string[] = []
  for (const about of [{ release }, null, null, null])
    plans.push((await courseCodes.post<{ id: string }>('/code-plans', { ...plan, about })).body.id)
  const { items } = await courseCodes.get<{ items: { id: string }[] }>(`/code-plans/${plans[0]}/entries`)
  const named = { 'query.from': codes, 'query.to': codes, 'query.code': codes }
  return [
    { paths: '^/code-changes', parameters: named },
    { paths: '^/code-sets/check', parameters: { 'query.code': codes, 'query.edition': ['current'] } },
    { paths: '^/code-plans/compare', parameters: { 'query.a': plans, 'query.b': plans } },
    {
      paths:
        '^/code-plans/[^/]+$|^/code-plans/[^/]+/(?:entries|decisions|check|what-if|record|publish|suggestions|withdraw)',
      parameters: { 'path.id': plans, 'path.entry': items.map(({ id }) => id), ...versions },
    },
  ]
}

const NEW_LINK = { 'body.framework': [FRAMEWORK], 'body.item': ['AGR', 'ENG', 'ICT.A'] }

/** What a service that raises flags has under its ids. */
async function ofReview(service: ServiceClient, release: string): Promise<RealValues> {
  const ids = async (path: string) => (await service.get<{ items: { id: string }[] }>(path)).items.map(({ id }) => id)
  return [
    {
      paths: '^/flags',
      parameters: { 'path.id': await ids('/flags?limit=40'), 'query.release': [release], ...versions },
    },
    { paths: '^/links', parameters: { 'path.id': await ids('/links?limit=40'), 'query.item': ['BUS', 'ICT'] } },
    { paths: '^/releases/', parameters: { 'path.id': [release] } },
  ]
}
