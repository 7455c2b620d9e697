import { useFilters } from '../../../data/use-filters.ts'
import { DependentList } from './DependentList.tsx'
import type { ItemAnswer } from './ItemFacts.tsx'
import { LawOfTheList } from './LawOfTheList.tsx'
import { type DependentKind, useLinkCount } from './use-links.ts'
import { counterparts, useRelations } from './use-relations.ts'
import { type Way, waysOf } from './ways.ts'

export const KINDS = {
  authorization: 'Authorizations',
  'course-code': 'Course codes',
  'legal-reference': 'Legal references',
} as const satisfies Record<DependentKind, string>

const KIND_NAMES = ['authorization', 'course-code', 'legal-reference'] as const satisfies DependentKind[]
const isDependentKind = (word: string): word is DependentKind => word in KINDS

/** Who hangs on the item, by kind and by the way a change would go to them. A number opens its list. */
export function Dependents({ item }: { item: ItemAnswer }) {
  const { filters, set } = useFilters({ dependents: '' })
  const { relations } = useRelations(item.id, item.framework)
  const across = counterparts(
    relations.flatMap(({ answer }) => answer.data ?? []),
    item.id,
  )
  const ways = waysOf(item, across)
  const [kindGiven = '', wayGiven = ''] = filters.dependents.split('.', 2)
  const kind = isDependentKind(kindGiven) ? kindGiven : undefined
  const way = ways.find(({ key }) => key === wayGiven)
  return (
    <>
      <section className="table-frame" aria-label="Dependents in numbers">
        <table className="data-table">
          <caption>A change of this item reaches these; a number shows who they are</caption>
          <thead>
            <tr>
              <th scope="col">Where they hang</th>
              {Object.values(KINDS).map(text => (
                <th scope="col" className="number" key={text}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ways.map(each => (
              <WayRow
                key={each.key}
                way={each}
                chosen={each === way ? kind : undefined}
                onChoose={next => set({ dependents: `${next}.${each.key}` })}
              />
            ))}
          </tbody>
        </table>
      </section>
      {kind && way && <DependentList kind={kind} way={way} head={`${KINDS[kind]}: ${way.head}`} />}
      {item.parent === null && <LawOfTheList framework={item.framework} kind={item.kind} />}
    </>
  )
}

interface WayRowProps {
  way: Way
  chosen: DependentKind | undefined
  onChoose: (kind: DependentKind) => void
}

const WayRow = ({ way, chosen, onChoose }: WayRowProps) => (
  <tr>
    <th scope="row">{way.head}</th>
    {KIND_NAMES.map(kind => (
      <td className="number" key={kind}>
        <Count kind={kind} way={way} chosen={chosen === kind} onChoose={() => onChoose(kind)} />
      </td>
    ))}
  </tr>
)

function Count(props: { kind: DependentKind; way: Way; chosen: boolean; onChoose: () => void }) {
  const { kind, way, chosen, onChoose } = props
  const { data, error } = useLinkCount({ kind, item: way.item, scope: way.scope })
  if (error && !data) return <span title={error.message}>unknown</span>
  if (!data) return <span className="soft">…</span>
  if (data.total === 0) return <span className="soft">0</span>
  return (
    <button type="button" className="count-button" aria-pressed={chosen} onClick={onChoose}>
      {data.total.toLocaleString('en-US')}
      <span className="hidden-visually">
        {' '}
        {KINDS[kind]}, {way.head}
      </span>
    </button>
  )
}
