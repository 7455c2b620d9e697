// A new title on an old code, and a comma: the changes that must reach everyone and alarm nobody.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { Carried } from '../../seed/changes.ts'
import { seedFolder } from '../../seed/convert.ts'
import type { CredentialsFile } from '../../seed/files.ts'
import { codes, find, holdersOf, keys, LAW_ON_TITLES, type Story, severities } from './story.ts'

const BUSINESS = '7400 7410 7411 7412 7420 7421 7422 7430 7431 7432'
const ICT = '8100 8110 8111 8112 8120 8121 8122 8130 8131 8132 8133 8134 8135 8140 8141 8142'

export async function titles(t: Test, story: Story): Promise<void> {
  await t.test(
    'the five titles of 2014: titles changed, codes did not, and everyone who holds a code hears of it',
    async t => {
      const credentials: CredentialsFile = JSON.parse(readFileSync(join(seedFolder, 'credentials.json'), 'utf8'))
      const renamed = credentials.subjects.filter(subject => subject.earlierTitle !== null)
      const framework = 'test-mcs-2014'
      await story.standards.post('/frameworks', {
        key: framework,
        title: 'Five sectors under their titles of before 1 September 2014 (test)',
        owner: 'CDE',
        description: null,
      })
      const sectors = await story.tell(t, {
        framework,
        title: 'Five sectors as they were titled',
        operations: renamed.map(({ item, earlierTitle }) => ({
          op: 'add',
          parent: null,
          item: { kind: 'sector', code: item, title: earlierTitle! },
        })),
      })
      t.strictSame(keys([...sectors.ctc.flags, ...sectors.calpads.flags]), [], 'nothing hangs on them yet')

      for (const { code, item } of renamed)
        for (const authorization of holdersOf(code))
          await story.credentials.post(`/authorizations/${authorization}/links`, {
            framework,
            item,
            basis: `subject code ${code}`,
            verified: true,
          })
      for (const code of codes(BUSINESS))
        await story.courseCodes.post(`/course-codes/${code}/links`, {
          framework,
          item: 'BUS',
          basis: 'sector of the code',
          verified: true,
        })

      const told = await story.tell(t, {
        framework,
        title: 'The titles of 1 September 2014',
        operations: renamed.map(({ item, title }) => ({ op: 'retitle', item, title })),
      })
      t.strictSame(keys(told.ctc.flags), holdersOf('BTC', 'FAB', 'EU', 'ED', 'ITEC'))
      t.strictSame(keys(told.calpads.flags), codes(BUSINESS))
      allLabelNotices(t, told)
      t.match(find(told.ctc.flags, 'CTE/R4T/FAB').causes[0]!.change, {
        before: { title: 'Finance and Business' },
        after: { title: 'Business and Finance' },
      })
    },
  )

  await t.test(
    'a live sector under another title is a notice for its holders and course codes, and breaks nothing',
    async t => {
      const told = await story.tell(t, {
        framework: 'ca-mcs-2013',
        title: 'Business and Finance under another title (hypothetical)',
        operations: [{ op: 'retitle', item: 'BUS', title: 'Commerce (hypothetical)' }],
      })
      t.strictSame(keys(told.ctc.flags), [...LAW_ON_TITLES, ...holdersOf('FAB')], 'and the law that prints the title')
      t.strictSame(keys(told.calpads.flags), codes(`7000 ${BUSINESS}`))
      allLabelNotices(t, told)
    },
  )

  await t.test('the punctuation of one anchor is one flag with one cause for whoever hangs on the sector', async t => {
    const told = await story.tell(t, {
      framework: 'ca-mcs-2013',
      title: 'A comma in an anchor of ICT (hypothetical)',
      operations: [{ op: 'revise', item: 'ICT.10.0', title: 'Technical Knowledge, and Skills' }],
    })
    flagsAnchors(t, told, ['ICT.10.0'])
  })

  await t.test('ten anchors in one release are still one flag each, with ten causes', async t => {
    const anchors: Record<string, string> = {
      'ICT.1.0': 'Academics.',
      'ICT.2.0': 'Communications.',
      'ICT.3.0': 'Career Planning, and Management',
      'ICT.4.0': 'Technology.',
      'ICT.5.0': 'Problem Solving, and Critical Thinking',
      'ICT.6.0': 'Health, and Safety',
      'ICT.7.0': 'Responsibility, and Flexibility',
      'ICT.8.0': 'Ethics, and Legal Responsibilities',
      'ICT.9.0': 'Leadership, and Teamwork',
      'ICT.11.0': 'Demonstration, and Application',
    }
    const told = await story.tell(t, {
      framework: 'ca-mcs-2013',
      title: 'Commas in ten anchors of ICT (hypothetical)',
      operations: Object.entries(anchors).map(([item, title]) => ({ op: 'revise', item, title })),
    })
    flagsAnchors(t, told, Object.keys(anchors))
  })
}

function allLabelNotices(t: Test, { ctc, calpads }: Carried): void {
  for (const { flags, assessment } of [ctc, calpads]) {
    t.strictSame(severities(flags), ['notice'])
    t.strictSame([...new Set(flags.flatMap(flag => flag.classes))], ['label'])
    t.strictSame(assessment.bySeverity, { breaking: 0, review: 0, notice: flags.length })
  }
}

function flagsAnchors(t: Test, { ctc, calpads }: Carried, anchors: string[]): void {
  t.strictSame(keys(ctc.flags), holdersOf('ITEC'))
  t.strictSame(keys(calpads.flags), codes(`7000 ${ICT}`))
  const flags = [...ctc.flags, ...calpads.flags]
  t.strictSame(severities(flags), ['notice'])
  for (const { dependent, causes } of flags)
    t.strictSame(
      causes.map(({ change }) => change.item.key).sort(),
      [...anchors].sort(),
      `${dependent.key} is flagged once, with a cause for each anchor`,
    )
}
