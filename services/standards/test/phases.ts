import { CLUSTERS, load, type Standards } from './standards.ts'

/** Two phases: one names the cluster energy, in other words than the framework; the other what is in no framework. */
export const phasesFile = (more: object = {}) => ({
  format: 'cte-align/adoption-phases@1',
  sources: { s: 'made up for a test' },
  phases: [
    {
      key: 'phase-2',
      name: 'Phase II',
      plannedMonth: '2026-11',
      subjectToChange: true,
      items: [{ framework: 'clusters', item: 'energy', printedName: 'Energy and Nature', source: 's', verified: true }],
      source: 's',
      verified: true,
      ...more,
    },
    {
      key: 'phase-3',
      name: 'Phase III',
      plannedMonth: null,
      subjectToChange: true,
      items: [{ framework: 'clusters', item: null, printedName: 'Ready (hypothetical)', source: 's', verified: false }],
      source: 's',
      verified: false,
    },
  ],
})

export const sendPhases = (system: Standards, file: object = phasesFile(), query = '') =>
  system.call('POST', `/imports/adoption-phases${query}`, file)

/** The clusters as a second framework, with its phases. */
export async function withPhases(system: Standards): Promise<void> {
  await load(system, 'clusters', CLUSTERS)
  const { status, body } = await sendPhases(system)
  if (status !== 200) throw new Error(JSON.stringify(body))
}
