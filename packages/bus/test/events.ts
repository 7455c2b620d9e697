import { type CteEvent, idFrom, toSequence } from '@cte-align/contracts'

/** An event of some source, small and valid. */
export function opened(n: number, about = 'test'): CteEvent {
  return {
    specversion: '1.0',
    id: idFrom(about, n),
    source: '/cte/standards',
    type: 'cte.cde.proposal.opened',
    subject: `proposal ${n}`,
    time: '2026-11-22T08:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: '/schemas/cte.cde.proposal.opened',
    sequence: toSequence(n),
    correlationid: 'test',
    data: { proposal: `p-${n}`, framework: 'ca-mcs-2013', title: `Proposal ${n}` },
  }
}
