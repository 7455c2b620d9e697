// A pathway splits: the concentrator goes one way, the capstone another, and somebody must hear of it before adoption.
import type { Test } from 'tap'
import { codes, find, holdersOf, linked, type Story } from './story.ts'

const course = (key: string) => ({ kind: 'course-code', key }) as const
const pathways = (...named: [string, string][]) =>
  named.map(([code, title]) => ({ kind: 'pathway' as const, code, title: `${title} (hypothetical)` }))

export async function split(t: Test, story: Story): Promise<void> {
  await t.test(
    'a concentrator and a capstone assigned to different successors no longer make a sequence, and the finding names them',
    async t => {
      const into = pathways(['X', 'Cabinetry'], ['Y', 'Millwork and Woodworking'])
      const tried = await story.courseCodes.post<{ findings: { message: string }[] }>('/sequences/what-if', {
        from: '2026-27',
        splits: [
          {
            pathway: 'BCT.A',
            successors: into.map(({ code, title }) => ({ key: `BCT.${code}`, title })),
            assignments: [
              { code: '7311', successor: 'BCT.X' },
              { code: '7312', successor: 'BCT.Y' },
            ],
          },
        ],
      })
      const told = await story.tell(t, {
        framework: 'ca-mcs-2013',
        title: 'Cabinetry and millwork part (hypothetical)',
        operations: [
          {
            op: 'split',
            item: 'BCT.A',
            into,
            assignments: [
              { dependent: course('7311'), successor: 'X' },
              { dependent: course('7312'), successor: 'Y' },
            ],
          },
        ],
      })
      for (const key of ['7311', '7312']) {
        const flag = find(told.calpads.flags, key)
        t.equal(flag.severity, 'breaking')
        t.match(flag.findings, [{ code: 'CTE_SEQUENCE_BROKEN', pathway: { key: 'BCT.A' }, message: /7311|7312/ }], key)
        t.match(
          tried.body.findings[0],
          { code: 'CTE_SEQUENCE_BROKEN', message: flag.findings[0]!.message },
          'as the what-if said',
        )
      }
      const goesTo = (key: string) => find(told.calpads.flags, key).causes.find(cause => cause.order === 1)!.assignment
      t.match(goesTo('7311'), { key: 'BCT.X' })
      t.match(goesTo('7312'), { key: 'BCT.Y' })
      t.equal(goesTo('7310'), 'undecided')
      t.strictSame(
        linked(told.ctc.flags),
        holdersOf('BTC'),
        'the pathway belongs to a sector, whose holders should look',
      )
      t.strictSame(
        linked(told.calpads.flags),
        codes('7000 7300 7310 7311 7312'),
        'the sibling pathways are not touched',
      )
    },
  )

  await t.test('where nobody has assigned them, both are undecided', async t => {
    const told = await story.tell(t, {
      framework: 'ca-mcs-2013',
      title: 'Residential and commercial construction part (hypothetical)',
      operations: [
        {
          op: 'split',
          item: 'BCT.D',
          into: pathways(['R', 'Residential Construction'], ['S', 'Commercial Construction']),
        },
      ],
    })
    for (const key of ['7341', '7342'])
      t.equal(find(told.calpads.flags, key).causes.find(cause => cause.order === 1)!.assignment, 'undecided', key)
  })
}
