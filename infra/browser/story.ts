// Something to look at: a release whose flags wait in both queues, and a draft that would do more.
import type { OperationInput } from '@cte-align/contracts'
import { assessed, connect, propose, publish } from '../seed/changes.ts'
import type { Urls } from '../seed/load.ts'

export interface Story {
  framework: string
  release: string
  /** A draft that splits a pathway: it hits both agencies and breaks a sequence. */
  proposal: string
  /** The item that was given another title. */
  item: string
  flags: { ctc: string; calpads: string }
  crosswalk: string
}

const FRAMEWORK = 'ca-mcs-2013'

export async function tellStory(urls: Urls): Promise<Story> {
  const services = connect(urls, 'story')
  const retitle: OperationInput[] = [{ op: 'retitle', item: 'BUS', title: 'Business and Finance (hypothetical)' }]
  const published = await propose(services, {
    framework: FRAMEWORK,
    title: 'Business and finance change places (hypothetical)',
    operations: retitle,
  })
  const release = await publish(services, published, 'Adopted for the pictures (hypothetical)')
  await assessed(services, release)
  const proposal = await propose(services, {
    framework: FRAMEWORK,
    title: 'Cabinetry and millwork part (hypothetical)',
    operations: [splitPathway],
  })
  const first = async (service: 'credentials' | 'courseCodes') => {
    const { items } = await services[service].get<{ items: { id: string }[] }>('/flags?limit=1')
    return items[0]!.id
  }
  const { items } = await services.standards.get<{ items: { id: string; key: string }[] }>(
    `/frameworks/${FRAMEWORK}/items?kind=sector`,
  )
  return {
    framework: FRAMEWORK,
    release,
    proposal,
    item: items.find(({ key }) => key === 'BUS')!.id,
    flags: { ctc: await first('credentials'), calpads: await first('courseCodes') },
    crosswalk: 'ca-mcs-2013-to-ca-cte-clusters',
  }
}

const splitPathway: OperationInput = {
  op: 'split',
  item: 'BCT.A',
  into: [
    { kind: 'pathway', code: 'X', title: 'Cabinetry (hypothetical)' },
    { kind: 'pathway', code: 'Y', title: 'Millwork and Woodworking (hypothetical)' },
  ],
  assignments: [
    { dependent: { kind: 'course-code', key: '7311' }, successor: 'X' },
    { dependent: { kind: 'course-code', key: '7312' }, successor: 'Y' },
  ],
}
