import { rpc, TranslateReply } from '@cte-align/contracts'
import t from 'tap'
import { mapClusters, skipped, standards } from './standards.ts'

t.test(
  'another service asks what items are in another framework, and which one Perkins goes by',
  { skip: skipped },
  async t => {
    const system = await standards(t)
    await mapClusters(system)
    const ask = async (from: string, to: string, items: string[]) => {
      const said: TranslateReply[] = []
      const request = { from, to, items, perkinsOn: '2027-07-01' }
      for await (const piece of system.bus.request(rpc.translate, request, { correlationId: 'test' }))
        said.push(TranslateReply.parse(piece))
      return said
    }
    const [items, summary] = await ask('mcs', 'clusters', ['EEU', 'ICT', 'nowhere'])
    t.match(items, {
      piece: 'items',
      items: [
        { asked: 'EEU', answer: 'mapped', targets: [{ item: { framework: 'clusters' }, state: 'draft' }] },
        { asked: 'ICT', answer: 'unmapped', targets: [] },
        { asked: 'nowhere', answer: 'no-such-item' },
      ],
    })
    t.match(summary, {
      piece: 'summary',
      chain: ['map'],
      perkins: [{ framework: 'mcs', answer: 'unknown', says: /^Nobody has set/ }, {}],
    })
    const [alone] = await ask('mcs', 'no-such-framework', ['EEU'])
    t.match(alone, {
      piece: 'summary',
      chain: null,
      perkins: [{}, { answer: 'none', says: /does not go by no-such-framework/ }],
    })
  },
)
