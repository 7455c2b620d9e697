import { type FlagBrief, type FlagsReply, type OperationInput, rpc } from '@cte-align/contracts'
import { lexer, type Token } from 'marked'
import { parse } from 'parse5'
import t, { type Test } from 'tap'
import { authorization, courseCode, type Hanging, type Hangs, law, speakingAgencies } from './agencies.ts'
import { attribute, checkStructure, elementsOf, textOf } from './paper-structure.ts'
import { load, type Standards, skipped, standards } from './standards.ts'

const PAPERS = ['sbe-annex', 'calpads-flash', 'coded-correspondence'] as const
const CTC = 'id=cat; agency=CTC; role=approver'
/** Everything that a mark may mean in HTML or Markdown, and marks that turn or hide what follows. */
const HOSTILE =
  '</title><script>alert(1)</script> | `code` ](javascript:alert(1)) ![x](y) <img src=x onerror=alert(1)> **b** &lt; \u202Eesrever\u2066 # \u0000 https://evil.example www.evil.example'
const RETITLED: OperationInput[] = [{ op: 'retitle', item: 'ICT', title: 'Computing (hypothetical)' }]
const hanging = (): Hangs => ({
  ctc: { ICT: [authorization('CTE/R4T/ITEC')], EEU: [authorization('CTE/R4T/EU')] },
  calpads: { ICT: [courseCode('8100')], EEU: [courseCode('7600')] },
  law: [law('EC 44260.9', 'sector-count'), law('5 CCR 80035.5', 'sector-titles')],
})

async function proposed(t: Test, operations: OperationInput[], hangs = hanging()) {
  // The first release is published before anything hangs on it.
  const now: Hangs = { ctc: {} as Hanging, calpads: {} as Hanging }
  const system = await standards(t, { agencies: bus => speakingAgencies(bus, now) })
  Object.assign(now, hangs)
  const { id } = await system.propose('mcs', operations)
  return { system, id, paper: reader(system, `/proposals/${id}`) }
}
const reader =
  ({ call }: Standards, root: string) =>
  async (name: string, format = 'html'): Promise<string> => {
    const answer = await call('GET', `${root}/papers/${name}?format=${format}`)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body
  }

t.test('what people write stays text, in HTML and in Markdown', { skip: skipped }, async t => {
  const { system, id, paper } = await proposed(t, [
    { op: 'retitle', item: 'ICT', title: HOSTILE.replace('\u0000', '') },
    { op: 'retire', item: 'EEU', successors: 'none' },
  ])
  const { etag } = await system.call('GET', `/proposals/${id}`)
  const text = `${HOSTILE.replace('\u0000', '')}\n\n# A heading\n- a list`
  const references = [{ kind: 'initiative', name: text.slice(0, 250), url: 'https://example.org/a)b"><i>|`' }]
  const edited = await system.call(
    'PATCH',
    `/proposals/${id}`,
    { title: HOSTILE.replace('\u0000', '').slice(0, 300), description: text, equity: text, references },
    { 'if-match': etag! },
  )
  t.equal(edited.status, 200)
  for (const name of PAPERS) {
    const html = await paper(name)
    const elements = [...elementsOf(parse(html))]
    t.notOk(
      elements.some(({ tagName }) => ['script', 'img', 'i', 'b'].includes(tagName)),
      `${name}: no element of theirs`,
    )
    t.equal(elements.filter(({ tagName }) => tagName === 'title').length, 1)
    t.notMatch(html, /[\u202a-\u202e\u2066-\u2069]/, `${name}: no mark that turns what follows`)
    const found = markdownTokens(lexer(await paper(name, 'md')))
    const links = found.filter(({ type }) => type === 'link').map(token => (token as { href: string }).href)
    t.ok(
      links.every(href => /^(?:\/|https:\/\/example\.org\/)/.test(href)),
      `${name}: links of ours alone: ${links.filter(href => !href.startsWith('/')).join(' ')}`,
    )
    for (const type of ['html', 'image', 'codespan'])
      t.notOk(
        found.some(token => token.type === type),
        `${name}: no ${type}`,
      )
    t.equal(found.filter(token => token.type === 'heading' && token.depth === 1).length, 1)
    for (const token of found)
      if (token.type === 'table')
        for (const row of token.rows) t.equal(row.length, token.header.length, 'a row has the cells of its head')
  }
})

function markdownTokens(tokens: Token[]): Token[] {
  return tokens.flatMap(token => {
    const cells = token.type === 'table' ? [...token.header, ...token.rows.flat()] : []
    const inside = [
      ...('tokens' in token ? (token.tokens ?? []) : []),
      ...('items' in token ? token.items : []),
      ...cells.flatMap((cell: { tokens: Token[] }) => cell.tokens),
    ]
    return [token, ...markdownTokens(inside as Token[])]
  })
}

t.test(
  'a paper is a document that a screen reader, a printer and a narrow screen can use',
  { skip: skipped },
  async t => {
    const { paper } = await proposed(t, [...RETITLED, { op: 'retire', item: 'EEU', successors: 'unknown' }])
    for (const name of PAPERS) {
      const html = await paper(name)
      t.strictSame(checkStructure(html), [], name)
      t.match(html, /@media print/)
      t.notMatch(html, /<script|https?:\/\/(?!127\.0\.0\.1:4301)/, `${name}: nothing from elsewhere`)
    }
  },
)

t.test(
  'an objection that CDE goes over is told with both reasons, before and after publishing',
  { skip: skipped },
  async t => {
    const { system, id, paper } = await proposed(t, RETITLED)
    const path = `/proposals/${id}`
    await system.approve(id)
    const { digest } = (await system.call('GET', `${path}/approvals`)).body
    const sign = { decision: 'object', reason: 'Our tables say otherwise', digest }
    const match = async () => ({ 'if-match': (await system.call('GET', path)).etag! })
    t.equal(
      (await system.call('POST', `${path}/approvals`, sign, { ...(await match()), 'x-cte-actor': CTC })).status,
      200,
    )
    t.match(await paper('sbe-annex', 'md'), /CTC objects: Our tables say otherwise/)
    const over = { reason: 'Adopted', over: 'The Board voted' }
    const published = await system.call('POST', `${path}/publish`, over, await match())
    t.equal(published.status, 200)
    await answerFlags(system, 1)
    const annex = await reader(system, `/releases/${published.body.release.id}`)('sbe-annex', 'md')
    t.match(annex, /CDE goes on without the agreement of CTC and CALPADS\.\*\*\n\n- The reason of CDE: The Board voted/)
    t.match(annex, /The reason of CTC: Our tables say otherwise/)
    t.notMatch(annex, /\bcat\b/, 'who signed for an agency is not named')
    t.match(await paper('sbe-annex', 'md'), /This proposal became release/)
  },
)

t.test('dates that nobody has set are unknown, those that are set are told', { skip: skipped }, async t => {
  const { system, id, paper } = await proposed(t, RETITLED)
  t.match(await paper('calpads-flash', 'md'), /school year from which it holds is unknown[\s\S]+no window can be named/)
  const { etag } = await system.call('GET', `/proposals/${id}`)
  const dates = { adoption: '2025-11-05', effective: null, calpadsSchoolYear: '2025-26', regulation: '2026-04-01' }
  await system.call('PATCH', `/proposals/${id}`, { dates }, { 'if-match': etag! })
  const flash = await paper('calpads-flash', 'md')
  t.match(
    flash,
    /\| Fall 1 \| October 1, 2025 \| December 12, 2025 \| January 23, 2026 \| CDE CALPADS Calendar page 2025-26 \|/,
  )
  t.match(await paper('coded-correspondence', 'md'), /### Before April 1, 2026\n\nNot yet determined by the Commission/)
  t.match(await paper('sbe-annex', 'md'), /\| Perkins V reporting \| First program year \| unknown \|/)
})

t.test('law is named only where the number or a title of the sectors changes', { skip: skipped }, async t => {
  const { system } = await proposed(t, RETITLED)
  const named = async (...operations: OperationInput[]) => {
    const { id } = await system.propose('mcs', operations)
    const paper = reader(system, `/proposals/${id}`)
    const text = await paper('coded-correspondence', 'md')
    const annex = await paper('sbe-annex', 'md')
    t.equal(/Education Code section 44260\.9/.test(text), /Education Code section 44260\.9/.test(annex))
    const number = text.match(/The framework has \[?\d+ sectors?[^;]*; ([^.]+)\./)?.[1] ?? 'nothing of the number'
    return [/section 44260\.9/.test(text), /title 5, section 80035\.5/.test(text), number]
  }
  t.strictSame(await named(...RETITLED), [false, true, 'the number stays'])
  const retired: OperationInput = { op: 'retire', item: 'ICT', successors: 'unknown' }
  const added: OperationInput = {
    op: 'add',
    parent: null,
    item: { kind: 'sector', code: 'NEW', title: 'New (hypothetical)' },
  }
  t.strictSame(await named(retired), [true, true, 'this change makes it 1'])
  t.strictSame(await named(retired, added), [true, true, 'the number stays'])
  t.strictSame(await named({ op: 'retitle', item: 'EEU', title: 'Energy, Environment and Utilities' }), [
    false,
    false,
    'nothing of the number',
  ])
  const pathway: OperationInput = { op: 'retitle', item: 'EEU.A', title: 'Resources (hypothetical)' }
  t.strictSame(await named(pathway), [false, false, 'nothing of the number'])
})

t.test(
  'a statute is no authorization: it is in no count of them, and can be asked for by itself',
  { skip: skipped },
  async t => {
    const { system, id, paper } = await proposed(t, [{ op: 'retire', item: 'ICT', successors: 'unknown' }])
    const text = await paper('coded-correspondence', 'md')
    t.match(text, /1 teaching authorization\b/)
    t.notMatch(text, /[23] teaching authorizations/)
    const { body } = await system.call('POST', `/proposals/${id}/preview`)
    t.match(body.agencies.ctc, { count: 3, byKind: { authorization: 1, 'legal-reference': 2 } })
    const asked = async (query: string) => {
      const impacts = (await system.call('GET', `/proposals/${id}/impacts?${query}`)).body
      const preview = (await system.call('POST', `/proposals/${id}/preview?${query}`)).body.agencies
      t.equal(impacts.total, preview.ctc.matching + preview.calpads.matching, query)
      return impacts.items.map(({ dependent }: { dependent: { key: string } }) => dependent.key)
    }
    t.strictSame(await asked('kind=legal-reference'), ['5 CCR 80035.5', 'EC 44260.9'])
    t.strictSame(await asked('kind=authorization'), ['CTE/R4T/ITEC'])
    t.strictSame(await asked('agency=calpads&kind=legal-reference'), [])
  },
)

t.test(
  'thousands of dependents: the first are printed, the rest is counted, of a proposal and of a release',
  { skip: skipped },
  async t => {
    const many = Array.from({ length: 3_000 }, (_, n) => courseCode(`${10_000 + n}`))
    const { system, id, paper } = await proposed(t, [{ op: 'retire', item: 'ICT', successors: 'unknown' }], {
      ctc: {},
      calpads: { ICT: many },
    })
    for (const name of PAPERS) t.ok((await paper(name)).length < 400_000, name)
    t.match(
      await paper('calpads-flash', 'md'),
      /Shown here: the 250 that are touched most gravely, of \[3,000 course codes\]/,
    )
    const { body } = await system.call('GET', `/proposals/${id}/impacts?agency=calpads&severity=breaking`)
    t.match(body, { total: 3_000, next: String })
    const full = (query: string) => system.call('GET', `/proposals/${id}/impacts/causes?${query}`)
    const first = await full('agency=calpads&sector=mcs:ICT&limit=150')
    t.match(first.body, {
      total: 3_000,
      next: String,
      agencies: { calpads: { breaking: 3_000 } },
      beside: { sequences: [] },
    })
    t.match(first.body.items[0], { agency: 'calpads', causeCount: 1, sectors: ['mcs:ICT'] })
    t.match(first.body.items[0].causes, [{ paths: [{ steps: [{ edge: 'change' }, { edge: 'link' }] }] }])
    const next = await full(`agency=calpads&sector=mcs:ICT&limit=150&cursor=${first.body.next}`)
    const keys = [...first.body.items, ...next.body.items].map(({ dependent }) => dependent.key)
    t.equal(new Set(keys).size, 300, 'the next page goes on')
    t.match(await full(`limit=150&cursor=${first.body.next}`), { status: 400, body: { code: 'CTE_BAD_CURSOR' } })
    t.match((await full('sector=AME')).body, { total: 0, items: [] }, 'a sector that no path comes by')
    await system.approve(id)
    const match = { 'if-match': (await system.call('GET', `/proposals/${id}`)).etag! }
    const done = await system.call('POST', `/proposals/${id}/publish`, { reason: 'Adopted', over: 'In a test' }, match)
    await answerFlags(system, 3_000)
    const annex = await reader(system, `/releases/${done.body.release.id}`)('sbe-annex', 'md')
    t.match(
      annex,
      /Shown here: 100 of 3,000 course codes \(course-codes: \/flags\?release=mcs%402&kind=course-code&severity=breaking\)/,
    )
  },
)

t.test('the first release of a framework and an empty proposal have papers too', { skip: skipped }, async t => {
  const system = await standards(t)
  const { id } = (await system.call('POST', '/proposals', { framework: 'mcs', title: 'Nothing yet (hypothetical)' }))
    .body
  for (const name of PAPERS) t.strictSame(checkStructure(await reader(system, `/proposals/${id}`)(name)), [], name)
  t.match(await reader(system, `/proposals/${id}`)('sbe-annex', 'md'), /It changes nothing yet/)
  await load(system, 'other', [
    { key: 'A', kind: 'sector', code: 'A', parent: null, title: 'A', source: 's', verified: true },
  ])
  await answerFlags(system, 0)
  for (const name of PAPERS) t.strictSame(checkStructure(await reader(system, '/releases/other@1')(name)), [], name)
})

t.test('the list of papers, and which form is sent', { skip: skipped }, async t => {
  const { system, id } = await proposed(t, RETITLED)
  const { papers } = (await system.call('GET', `/proposals/${id}/papers`)).body
  t.strictSame(
    papers.map(({ paper }: { paper: string }) => paper),
    PAPERS,
  )
  const form = async (accept: string) => {
    const { headers, statusCode } = await system.app.inject({ url: papers[0].html.split('?')[0], headers: { accept } })
    return statusCode === 200 ? headers['content-type'] : statusCode
  }
  t.match(await form('text/html,application/xhtml+xml,*/*;q=0.8'), 'text/html')
  t.match(await form('text/markdown, text/html;q=0.5'), 'text/markdown')
  t.match(await form('*/*'), 'text/html')
  t.equal(await form('application/pdf'), 406)
  for (const { html, md } of papers)
    for (const path of [html, md]) t.equal((await system.call('GET', path)).status, 200, path)
})

t.test('a paper about a release waits for nobody who does not answer', { skip: skipped }, async t => {
  const system = await standards(t)
  const answer = await system.call('GET', '/releases/mcs@1/papers/sbe-annex')
  t.match(answer, { status: 503, body: { code: 'CTE_AGENCY_UNREACHABLE' } })
})

/** Flags of a release as its owners would tell them: as many at each agency. */
async function answerFlags({ bus }: Standards, count: number): Promise<void> {
  for (const service of ['credentials', 'course-codes'] as const)
    await bus.serve(rpc.flags(service), async function* () {
      const flags = Array.from({ length: count }, (_, n) => flag(service, n))
      for (let at = 0; at < flags.length; at += 200)
        yield { piece: 'flags', flags: flags.slice(at, at + 200) } as FlagsReply
      yield {
        ...{ piece: 'summary', state: 'assessed', positions: {}, digest: null, manualReview: [], dispositions: [] },
      } satisfies FlagsReply
    })
}

const flag = (service: string, n: number): FlagBrief => ({
  dependent: service === 'credentials' ? authorization(`CTE/R4T/X${n}`) : courseCode(`${10_000 + n}`),
  severity: 'breaking',
  classes: ['retired'],
  causes: 1,
  first: {
    change: 'mcs@2:x:existence',
    class: 'retired',
    item: { framework: 'mcs', id: '00000000-0000-8000-8000-000000000000', key: 'ICT', kind: 'sector', title: 'ICT' },
    order: 1,
    assignment: null,
  },
  place: null,
  way: 'own',
  summary: 'made up for a test',
  items: [],
  doubts: [],
  unverified: false,
  undecided: false,
  findings: 0,
  id: `flag-${n}`,
  state: 'open',
  disposition: null,
})

t.test('links say where they lead to those who hear them alone', { skip: skipped }, async t => {
  const { paper } = await proposed(t, [{ op: 'retire', item: 'EEU', successors: 'unknown' }])
  for (const name of PAPERS)
    for (const element of elementsOf(parse(await paper(name)))) {
      if (element.tagName !== 'a') continue
      const said = attribute(element, 'aria-label') ?? textOf(element)
      t.ok(said.length > 3 && /[A-Za-z]{2}/.test(said), `${name}: ${said}`)
      if (attribute(element, 'aria-label')) t.ok(said.startsWith(textOf(element)), 'the name begins with what is seen')
    }
})
