import t from 'tap'
import {
  assignmentInWords,
  type Cause,
  changeInWords,
  doubtsInWords,
  type ItemRef,
  type Path,
  pathInWords,
  plainText,
  type Step,
  type Told,
} from '../web/src/why/why-in-words.ts'

const item = (key: string, kind: ItemRef['kind'], title = 'A title (hypothetical)'): ItemRef => ({
  framework: 'ca-mcs-2013',
  id: '00000000-0000-0000-0000-000000000000',
  key,
  kind,
  title,
})
const construction = item('BCT', 'sector', 'Building and Construction Trades')
const cabinetry = item('BCT.A', 'pathway', 'Cabinetry, Millwork, and Woodworking')
const changed = (of: ItemRef): Step => ({ edge: 'change', item: of })
const up = (of: ItemRef): Step => ({ edge: 'up', item: of })
const down = (of: ItemRef): Step => ({ edge: 'down', item: of })
const across = (of: ItemRef, relation: 'broader' | 'equivalent'): Step => ({
  edge: 'across',
  item: of,
  crosswalk: 'a-to-b',
  relationId: 'r',
  relation,
  state: 'draft',
})
type Kind = Extract<Step, { edge: 'link' }>['dependent']['kind']
const link = (key: string, kind: Kind, basis = 'subject code BTC'): Step => ({
  edge: 'link',
  link: 'l',
  dependent: { kind, key },
  basis,
})
const release: Told = { release: 'ca-mcs-2013@2' }
const said = (steps: Step[], chosen: Cause['change']['class'] = 'split', told: Told = release) =>
  plainText(pathInWords({ steps } satisfies Pick<Path, 'steps'>, { class: chosen }, told))

t.test('an authorization covers a sector, whose pathway was split', async t => {
  t.equal(
    said([changed(cabinetry), up(construction), link('CTE/R4T/BTC', 'authorization')]),
    'This authorization covers sector BCT “Building and Construction Trades” (subject code BTC), whose pathway BCT.A “Cabinetry, Millwork, and Woodworking” was split in release ca-mcs-2013@2.',
  )
})

t.test('what hangs on the changed item itself, and what lies below it', async t => {
  t.equal(
    said([changed(construction), link('CTE/R4T/BTC', 'authorization')], 'retired'),
    'This authorization covers sector BCT “Building and Construction Trades” (subject code BTC), which was retired in release ca-mcs-2013@2.',
  )
  t.match(
    said([changed(construction), down(cabinetry), link('7311', 'course-code', 'pathway of the title')], 'label'),
    'This course code covers pathway BCT.A “Cabinetry, Millwork, and Woodworking” (pathway of the title), which belongs to sector BCT “Building and Construction Trades”, which was given another title in',
  )
})

t.test('a relation is said from the side of the dependent, with its state', async t => {
  const cluster = item('construction', 'cluster', 'Construction')
  t.match(
    said([changed(cluster), across(construction, 'broader'), link('CTE/R4T/BTC', 'authorization')], 'scope-narrowed'),
    '(subject code BTC), which is a narrower counterpart of cluster construction “Construction” (draft crosswalk relation), which was narrowed in',
  )
})

t.test('a standard is known by its key, and several containers above it hang together', async t => {
  const standard = item('BCT.A1.2', 'standard', 'A whole sentence that nobody wants here.')
  t.match(
    said([changed(standard), up(cabinetry), up(construction), link('CTE/R4T/BTC', 'authorization')], 'substantive'),
    'covers sector BCT “Building and Construction Trades” (subject code BTC), to which pathway BCT.A “Cabinetry, Millwork, and Woodworking” belongs, whose standard BCT.A1.2 was changed in substance in',
  )
})

t.test('through an assignment rule it takes two sentences', async t => {
  const rule: Step = {
    edge: 'rule',
    rule: '7311:CTE/R4T/BTC',
    dependent: { kind: 'course-code', key: '7311' },
    basis: '7311 admits CTE/R4T/BTC',
  }
  t.match(
    said([changed(construction), link('CTE/R4T/BTC', 'authorization'), rule], 'retired'),
    'This course code admits authorization CTE/R4T/BTC by assignment rule 7311:CTE/R4T/BTC (7311 admits CTE/R4T/BTC). That authorization covers sector BCT',
  )
  const back: Step = { ...rule, dependent: { kind: 'authorization', key: 'CTE/R4T/BTC' } }
  t.match(
    said([changed(cabinetry), link('7311', 'course-code', 'title'), back]),
    'This authorization may teach course code 7311 by assignment rule 7311:CTE/R4T/BTC (7311 admits CTE/R4T/BTC). That course code covers pathway BCT.A',
  )
})

t.test('a section of law speaks of a list; a proposal only would', async t => {
  t.equal(
    said([changed(construction), link('EC 44260.9', 'legal-reference', 'counts the sectors')], 'retired', {
      proposal: { id: 'p', title: 'Fourteen sectors (hypothetical)' },
    }),
    'This section of law speaks of the list that has sector BCT “Building and Construction Trades” (counts the sectors), which would be retired by proposal “Fourteen sectors (hypothetical)”.',
  )
  t.equal(
    plainText(changeInWords({ item: cabinetry, class: 'split' }, release)),
    'Pathway BCT.A “Cabinetry, Millwork, and Woodworking” was split in release ca-mcs-2013@2',
  )
})

t.test('what is uncertain or undecided is said, what is not is left out', async t => {
  t.equal(plainText(assignmentInWords('undecided')), 'Nobody has said yet to which successor it goes.')
  t.equal(plainText(assignmentInWords(construction)), 'It goes to sector BCT “Building and Construction Trades”.')
  t.strictSame(assignmentInWords(null), [])
  t.equal(doubtsInWords([]), '')
  t.equal(
    doubtsInWords(['unverified-link', 'unverified-rule']),
    'Uncertain: nobody has verified the link; nobody has verified the assignment rule.',
  )
})

t.test('items and relations stay things that can be followed', async t => {
  const parts = pathInWords(
    { steps: [changed(cabinetry), across(construction, 'equivalent'), link('CTE/R4T/BTC', 'authorization')] },
    { class: 'split' },
    release,
  )
  t.strictSame(
    parts.flatMap(part => (typeof part === 'string' ? [] : Object.keys(part).filter(key => key !== 'text'))),
    ['item', 'item', 'relation', 'told'],
  )
})
