import { type CteEvent, idFrom, sequenceOf, toSequence } from '@cte-align/contracts'
import type { NewEvent } from '../src/index.ts'

/** Something that happened, small and valid. */
export const opened = (proposal: string): NewEvent => ({
  type: 'cte.cde.proposal.opened',
  subject: proposal,
  key: 'ca-mcs-2013',
  data: { proposal, framework: 'ca-mcs-2013', title: `Proposal ${proposal}` },
  by: null,
  correlationid: 'test',
})

/** The same as it is published under a number. */
export const numbered = (n: number): CteEvent => ({
  specversion: '1.0',
  id: idFrom('/cte/standards', n),
  source: '/cte/standards',
  type: 'cte.cde.proposal.opened',
  subject: `p-${n}`,
  time: '2026-11-22T08:00:00.000Z',
  datacontenttype: 'application/json',
  dataschema: '/schemas/cte.cde.proposal.opened',
  sequence: toSequence(n),
  correlationid: 'test',
  data: { proposal: `p-${n}`, framework: 'ca-mcs-2013', title: `Proposal ${n}` },
})

export const sequences = (events: { sequence: string }[]): number[] => events.map(sequenceOf)

export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)

export const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

export async function until(condition: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = Date.now() + ms
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Not so after ${ms} ms: ${condition}`)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
