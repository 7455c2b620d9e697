import { NavLink } from 'react-router'

export interface TabLink {
  to: string
  text: string
  /** Shown beside the text. */
  count?: number | undefined
  end?: boolean
}

/** The parts of a page that have an address each. */
export const Tabs = ({ label, tabs }: { label: string; tabs: TabLink[] }) => (
  <nav aria-label={label}>
    <ul className="tabs">
      {tabs.map(({ to, text, count, end = false }) => (
        <li key={to}>
          <NavLink to={to} end={end} preventScrollReset>
            {text}
            {count !== undefined && <span className="soft"> ({count})</span>}
          </NavLink>
        </li>
      ))}
    </ul>
  </nav>
)
