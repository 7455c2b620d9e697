import { type FormEvent, useEffect, useState } from 'react'
import { Link, NavLink, useLocation, useNavigate } from 'react-router'
import { useSession } from '../data/use-session.ts'
import { paths } from '../paths.ts'
import mark from './mark.svg'
import { Who } from './Who.tsx'

const AREAS = [
  { to: paths.home(), text: 'Home' },
  { to: paths.standards(), text: 'Standards' },
  { to: '/proposals', text: 'Proposals' },
  { to: '/impact', text: 'Impact' },
  { to: '/queue', text: 'Queue' },
  { to: '/course-codes', text: 'Course codes' },
  { to: paths.crosswalks(), text: 'Crosswalk' },
  { to: '/decoder', text: 'Decoder' },
  { to: '/events', text: 'Events' },
]

export function Header() {
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  const { session } = useSession()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when one has gone somewhere
  useEffect(() => setOpen(false), [pathname])
  return (
    <header className="site-header">
      <div className="official">
        <div className="wide">
          California CTE: standards, credentials and course codes, kept in step.
          {/* Its room is kept while nobody knows yet: what stands below would jump. */}
          {(!session || session.signIn.kind === 'personas') && (
            <span style={{ visibility: session ? undefined : 'hidden' }}>
              {' Signed in for development: names here are made up.'}
            </span>
          )}
        </div>
      </div>
      <div className="wide site-bar">
        <Link className="site-name" to={paths.home()}>
          <img src={mark} alt="" width="30" height="30" />
          cte-align
        </Link>
        <Search />
        <div className="site-tools">
          <Who />
          <button
            type="button"
            className="header-button nav-toggle"
            aria-expanded={open}
            aria-controls="main-nav"
            onClick={() => setOpen(!open)}
          >
            Menu
          </button>
        </div>
      </div>
      <nav id="main-nav" className="main-nav" aria-label="Main" data-open={open}>
        <ul className="wide">
          {AREAS.map(({ to, text }) => (
            <li key={to}>
              <NavLink to={to} end={to === '/'}>
                {text}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** A code or words, from anywhere: goes to the item, course code or authorization that it names, else to what contains it. */
function Search() {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = text.trim()
    if (wanted) navigate(paths.search({ q: wanted }))
  }
  return (
    <search className="site-search">
      <form onSubmit={submit}>
        <label className="hidden-visually" htmlFor="site-search">
          Search standards, course codes and authorizations
        </label>
        <input
          id="site-search"
          className="usa-input"
          type="search"
          placeholder="Code or words"
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <button className="usa-button" type="submit">
          Find
        </button>
      </form>
    </search>
  )
}
