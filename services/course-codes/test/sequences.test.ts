import { idFrom } from '@cte-align/contracts'
import t from 'tap'
import { catalogue, courseCode } from './builders.ts'
import { MCS, withCourseCodes } from './with-course-codes.ts'

const years = { effectiveFrom: '2020-21', effectiveTo: '2039-40' }

t.test('sequences are read, held against years, and tried over HTTP', async t => {
  const service = await withCourseCodes(t)
  if (service === null) return
  const { call, db } = service
  const courseCodes = catalogue().courseCodes.map(row =>
    row.code === '7111' || row.code === '7112' ? courseCode(row.code, row.level, ['AGR.A'], years) : row,
  )
  await call('POST', '/imports', catalogue({ courseCodes }))
  const split = (assigned: Record<string, string>) => ({
    pathway: 'AGR.A',
    successors: ['AGR.X', 'AGR.Y'].map(key => ({ key, title: `${key} (hypothetical)` })),
    assignments: Object.entries(assigned).map(([code, successor]) => ({ code, successor })),
  })

  t.test('a sequence says what is there, what is missing and what nobody knows', async t => {
    t.match((await call('GET', `/sequences/${MCS}/AGR.A?schoolYear=2026-27`)).body, {
      ...{ pathway: 'Agricultural Business', code: '100', complete: true, missing: [], unsure: [], notes: [] },
      note: /strands within a pathway are not published/,
    })
    t.match((await call('GET', `/sequences/${MCS}/FID.C?schoolYear=2026-27`)).body, {
      ...{ code: null, complete: false, missing: ['concentrator'], unsure: ['capstone'] },
      notes: [/CALPADS pathway code/, /school years of 7839/],
    })
    t.match(await call('GET', `/sequences/${MCS}/AGR.Z`), { status: 404, body: { code: 'CTE_NO_SUCH_PATHWAY' } })
    const items = async (query: string) =>
      (await call('GET', `/sequences?${query}`)).body.items.map(({ item }: { item: string }) => item)
    t.strictSame(await items('complete=true'), ['AGR.A'])
    t.strictSame(await items('sector=AGR&complete=false'), ['AGR.B'])
    t.strictSame(await items('pathway=101'), ['AGR.B'])
    const first = (await call('GET', '/sequences?limit=2')).body
    t.strictSame(await items(`limit=2&cursor=${first.next}`), ['FID.C'])
  })

  t.test('over two years it is told what breaks, and what is not known is not broken', async t => {
    const { status, body } = await call('GET', '/sequences/continuity?from=2025-26&to=2026-27')
    t.equal(status, 200)
    t.strictSame(body.counts.pairs, { holds: 1, breaks: 0, unknown: 0 })
    const told = body.findings.map(
      (each: {
        code: string
        certainty: string
        schoolYear: string
        pathway: { item: string } | null
        message: string
      }) => `${each.certainty} ${each.message}`,
    )
    t.ok(told.includes('certain AGR.B "Agricultural Mechanics" has no concentrator and no capstone in 2026-27'))
    t.ok(told.includes('certain AGR.B "Agricultural Mechanics" has no capstone in 2025-26'))
    t.ok(told.includes('unknown Nobody knows whether FID.C "Personal Services" has a capstone in 2026-27'))
    t.ok(
      told.some((each: string) =>
        /^certain 7100 serves any of 2 pathways \(AGR.A, AGR.B\): reported under 999/.test(each),
      ),
    )
    const unknown = (await call('GET', '/sequences/continuity?from=2026-27&to=2026-27&sector=FID&certainty=unknown'))
      .body
    t.match([unknown.findings.length, unknown.pairs, unknown.from, unknown.to], [1, [], '2026-27', '2026-27'])
    const apart = await call('GET', '/sequences/continuity?from=2025-26&to=2027-28')
    t.match(apart, { status: 422, body: { code: 'CTE_YEARS_APART', detail: /2026-27/ } })
  })

  t.test('a split that tears a sequence is told before anybody proposes it, and writes nothing', async t => {
    const before = await db.connection.collection('outbox').countDocuments()
    const body = { from: '2026-27', splits: [split({ 7111: 'AGR.X', 7112: 'AGR.Y' })] }
    const told = (await call('POST', '/sequences/what-if', body)).body
    t.match(told.findings[0], {
      ...{ code: 'CTE_SEQUENCE_BROKEN', certainty: 'certain', already: false, courseCodes: ['7111', '7112'] },
      message:
        /The sequence of AGR.A "Title of AGR.A" does not hold .* AGR.X "AGR.X \(hypothetical\)" gets the concentrator 7111/,
    })
    t.match(told.pairs, [{ concentrator: '7111', capstone: '7112', state: 'breaks', why: /CERT122, CERT124/ }])
    const kept = (
      await call('POST', '/sequences/what-if', { ...body, splits: [split({ 7111: 'AGR.X', 7112: 'AGR.X' })] })
    ).body
    t.match(kept.pairs, [{ state: 'holds' }])
    t.notOk(kept.findings.some(({ code }: { code: string }) => code === 'CTE_SEQUENCE_BROKEN'))
    t.equal(await db.connection.collection('outbox').countDocuments(), before)
  })

  t.test('code changes are tried, and the impossible is refused by field', async t => {
    const tryOut = (codeChanges: object[]) => call('POST', '/sequences/what-if', { from: '2026-27', codeChanges })
    t.match((await tryOut([{ from: ['7112'], to: ['7192'] }])).body.pairs, [{ state: 'holds', by: ['7192'] }])
    t.match((await tryOut([{ from: ['7112'], successor: 'none' }])).body.pairs, [{ state: 'breaks' }])
    t.match((await tryOut([{ from: ['7112'] }])).body, {
      pairs: [{ state: 'unknown' }],
      counts: { pairs: { holds: 0, breaks: 0, unknown: 1 } },
    })
    const refused = await tryOut([{ from: ['7999'], to: ['9500'] }, {}])
    t.match(refused, { status: 422, body: { code: 'CTE_WHAT_IF_REFUSED' } })
    t.strictSame(
      refused.body.errors.map(({ path }: { path: string }) => path),
      ['/body/codeChanges/0/from', '/body/codeChanges/0/to', '/body/codeChanges/1/from'],
    )
    const strange = await call('POST', '/sequences/what-if', {
      from: '2026-27',
      splits: [split({ 7121: 'AGR.X', 7111: 'AGR.Q' })],
    })
    t.strictSame(
      strange.body.errors.map(({ path }: { path: string }) => path),
      ['/body/splits/0/assignments/0/successor', '/body/splits/0/assignments/1/code'],
    )
    const nowhere = { from: '2026-27', splits: [{ ...split({}), pathway: 'AGR.Q' }] }
    t.match(await call('POST', '/sequences/what-if', nowhere), { status: 422, body: { code: 'CTE_PATHWAY_UNKNOWN' } })
  })

  t.test('what has been published of codes counts without anybody saying it', async t => {
    const change = { edition: 'test', kind: 'Archived; code updated', from: ['7112'], to: ['7192'], successor: 'named' }
    await db.connection.collection<{ _id: string }>('code_changes').insertOne({
      ...{ _id: idFrom('test', 1), ...change, schoolYear: '2027-28', reason: 'test' },
    })
    const { pairs } = (await call('GET', '/sequences/continuity?from=2026-27')).body
    t.match(pairs, [{ concentrator: '7111', capstone: '7112', state: 'holds', by: ['7192'] }])
    t.match((await call('GET', `/sequences/${MCS}/AGR.A?schoolYear=2027-28`)).body, {
      capstone: ['7192'],
      complete: true,
    })
  })

  t.test('courses make a completer, or do not, of nobody in particular', async t => {
    const course = (code: string, schoolYear: string, grade = 'passed') => ({ code, schoolYear, grade })
    const check = (courses: object[]) => call('POST', '/sequences/completer-check', { pathway: 'AGR.A', courses })
    t.match((await check([course('7111', '2024-25'), course('7112', '2025-26')])).body, {
      completer: { answer: 'yes' },
      perkinsConcentrator: { answer: 'yes' },
    })
    t.match((await check([course('7100', '2024-25'), course('7112', '2025-26')])).body, {
      completer: { answer: 'no', reasons: [/CERT122/] },
      perkinsConcentrator: { answer: 'unknown' },
    })
    const named = await check([{ ...course('7111', '2024-25'), ssid: '1234567890' }])
    t.match(named, { status: 400, body: { errors: [{ path: '/body/courses/0/ssid' }] } })
  })

  t.test('field limits are told with field and source', async t => {
    const proposed = { pathwayCodes: ['111A', '100', '999'], courseCodes: ['7111', '70000'], names: ['Any'] }
    const { body } = await call('POST', '/field-limits/check', proposed)
    t.match(body, {
      refused: 3,
      items: [
        { value: '111A', verdict: 'refused', number: '11.13', message: /rolled up to 111/, usedBy: null },
        { value: '100', verdict: 'fits', usedBy: 'Agricultural Business' },
        { value: '999', verdict: 'refused' },
        { value: '7111', verdict: 'fits', number: '9.07', usedBy: 'Course 7111' },
        { value: '70000', verdict: 'refused' },
        { value: 'Any', verdict: 'unknown', number: '9.09' },
      ],
    })
  })
})
