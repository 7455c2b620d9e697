import { Link } from 'react-router'
import { type ImpactOf, paths } from '../../paths.ts'
import { FILTERS, type Layout, type View, viewOf } from './impact-filters.ts'
import type { Beside } from './use-impacts.ts'

interface ViewTabsProps {
  of: ImpactOf
  layout: Layout
  beside: Beside | undefined
}

/** The views of one impact; the filters stay when one goes from one to another. */
export function ViewTabs({ of, layout, beside }: ViewTabsProps) {
  const kept = Object.keys(FILTERS) as (keyof typeof FILTERS)[]
  const filters = Object.fromEntries(kept.map(name => [name, layout[name]]))
  const current = viewOf(layout)
  const tabs: (readonly [View, string, (number | undefined)?])[] = [
    ['graph', 'Graph'],
    ['table', 'Table'],
    ['decoder', 'Who may teach what', beside && beside.pairs.permitted + beside.pairs.refused + beside.pairs.unknown],
    ['sequences', 'Sequences', beside?.sequences.length],
    ['by-hand', 'To look at by hand', beside?.manualReview],
    ...('proposal' in of ? [['unknown', 'Cannot be known', beside?.unknowns] as const] : []),
  ]
  return (
    <nav aria-label="Views of the impact">
      <ul className="tabs">
        {tabs.map(([view, text, count]) => (
          <li key={view}>
            <Link
              to={paths.impact(of, { ...filters, view, node: layout.node })}
              aria-current={view === current ? 'page' : undefined}
              preventScrollReset
              replace
            >
              {text}
              {count !== undefined && <span className="soft"> ({count})</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
