import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { publishProposal, type Standards, skipped, standards } from './standards.ts'

// The publishers' own tables are not part of this repository: these tests run where they lie beside it.
const FILES = join(import.meta.dirname, '../../../../shared/data/reference')
const skip = skipped || (existsSync(FILES) ? false : 'needs the publishers’ files in ../shared/data/reference')
const SEED = join(import.meta.dirname, '../../../infra/seed/ca-cte-clusters.json')
const CROSSWALK = join(import.meta.dirname, '../../../infra/seed/crosswalk-ca-mcs-2013-ca-cte-clusters.json')
const SECTORS = join(import.meta.dirname, '../../../infra/seed/ca-mcs-2013.json')
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

async function send(system: Standards, route: string, file: string, given: Record<string, string>) {
  const query = new URLSearchParams({ source: file, ...given })
  const type = file.endsWith('xlsx') ? 'vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'csv'
  const headers = { 'content-type': type === 'csv' ? 'text/csv' : `application/${type}` }
  return system.call('POST', `/imports/${route}?${query}`, readFileSync(join(FILES, file)), headers)
}
async function scheme(system: Standards, file: string, name: string) {
  const sent = await send(system, 'scheme', file, { scheme: name, framework: name, title: name })
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body).slice(0, 2000))
  if (sent.body.proposal !== null) await publishProposal(system, sent.body.proposal.id)
  return sent.body
}

t.test(
  'the publishers’ files come in as they are, and lead from a sector to occupations',
  { skip, timeout: 300_000 },
  async t => {
    const system = await standards(t)
    for (const path of [SECTORS, SEED]) {
      const { items, framework } = read(path)
      const sent = await system.call('POST', '/imports/framework', read(path))
      t.equal(sent.body.added, items.length, framework.key)
      await publishProposal(system, sent.body.proposal.id)
    }
    t.match(await system.call('POST', '/imports/crosswalk', read(CROSSWALK)), { status: 200, body: { added: 24 } })

    t.match(await scheme(system, 'cip_2020.csv', 'cip'), { added: 2173, headings: 523 })
    t.match(await scheme(system, 'soc_2018_detailed.csv', 'soc'), { added: 851 })
    t.match(await scheme(system, 'top_codes.csv', 'top'), { added: 177 })

    const clusters = { from: 'ca-cte-clusters', title: 'Advance CTE' }
    const cip = { ...clusters, layout: 'cluster-cip', crosswalk: 'clusters-cip', to: 'cip' }
    const soc = { ...clusters, layout: 'cluster-soc', crosswalk: 'clusters-soc', to: 'soc' }
    const cipSoc = { title: 'NCES', layout: 'cip-soc', crosswalk: 'cip-soc', from: 'cip', to: 'soc' }
    const top = { title: 'CCCCO', layout: 'top-cip', crosswalk: 'top-cip', from: 'top', to: 'cip' }
    const toCip = await send(system, 'pairs', 'crosswalk_cip_subcluster.csv', cip)
    t.match(
      toCip,
      { status: 200, body: { leftOutCount: 39 } },
      'some sub-clusters have the code for no match beside others',
    )
    t.equal(toCip.body.added + 39, 4725)
    t.match(await send(system, 'pairs', 'crosswalk_soc_subcluster.csv', soc), { status: 200, body: { added: 1203 } })
    const sameAgain = await send(system, 'pairs', 'SOC_Career_Clusters_Crosswalk.xlsx', soc)
    t.match(sameAgain, { status: 200, body: { added: 0, unchanged: 1203, sheet: 'SOC - CC - Sub-Clusters' } })
    t.ok(sameAgain.body.tidied.some(({ from }: { from: string }) => from === 'water systems'))

    const unknown = await send(system, 'pairs', 'cip_soc_2020_2018.csv', cipSoc)
    t.match(unknown, { status: 422, body: { errors: [{ message: /No item \d\d-\d{4} in soc/ }] } })
    t.match(await scheme(system, 'cip_soc_2020_2018.csv', 'soc'), { added: 28 }, 'the codes that the first list lacked')
    t.match(await send(system, 'pairs', 'cip_soc_2020_2018.csv', cipSoc), {
      status: 200,
      body: { added: 6097, none: 374 },
    })
    const lacking = await send(system, 'pairs', 'top_cip_sample.csv', top)
    t.match(lacking, { status: 422, body: { errors: [{ message: /No item \d{4}\.\d\d in top/ }] } })
    t.match(await scheme(system, 'top_cip_sample.csv', 'top'), { added: 15 })
    t.match(await send(system, 'pairs', 'top_cip_sample.csv', top), { status: 200, body: { added: 137 } })

    const path = '/translate?framework=ca-mcs-2013&item=AGR&to=soc&limit=5'
    const { body } = await system.call('GET', path)
    t.strictSame(
      body.chain.map(({ crosswalk }: { crosswalk: string }) => crosswalk),
      ['ca-mcs-2013-to-ca-cte-clusters', 'clusters-soc'],
      'the shortest way',
    )
    const via = 'ca-mcs-2013-to-ca-cte-clusters,clusters-cip,cip-soc'
    const long = (await system.call('GET', `/translate?framework=ca-mcs-2013&item=AGR&via=${via}&limit=200`)).body
    t.ok(long.total > 50, `${long.total} occupations over CIP`)
    t.match(long.targets[0], { relation: 'related', state: 'draft', unverified: true })
    t.match(
      long.targets[0].path.map(({ edge }: { edge: string }) => edge),
      ['across', 'down', 'across', 'across'],
    )
    const back = `/translate?framework=top&item=0101.00&to=ca-mcs-2013`
    t.match(
      (await system.call('GET', back)).body,
      { answer: 'mapped', chain: { length: 3 } },
      'from a legacy code to sectors',
    )
    const spent = async (url: string) => {
      const begun = performance.now()
      const answer = await system.call('GET', url)
      t.equal(answer.status, 200, url)
      t.comment(`${Math.round(performance.now() - begun)} ms ${url}`)
      return answer.body
    }
    await spent(`/translate?framework=ca-mcs-2013&item=AGR&via=${via}&limit=50`)
    await spent(back)
    await spent('/crosswalks/clusters-cip/coverage')
    await spent('/crosswalks/cip-soc/coverage/items?end=to&answer=unmapped')
    await spent('/crosswalks/clusters-cip/suggestions?item=agriculture')
  },
)
