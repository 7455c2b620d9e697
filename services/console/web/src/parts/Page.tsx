import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { Loading } from './Shown.tsx'

export interface Crumb {
  text: string
  to: string
}

export interface PageProps {
  title: string
  /** One sentence: what one does here. */
  lead?: ReactNode
  /** From the outermost; the page itself is not among them. */
  crumbs?: Crumb[]
  /** Buttons and links that act on the whole page. */
  actions?: ReactNode
  /**
   * What names the page is on its way. Until it is here one placeholder stands for all that is below, which the title would
   * push down; what is below reads its own meanwhile.
   */
  reading?: boolean
  children: ReactNode
}

/** The address that the focus has followed to. */
let shown: string | undefined

/** A page: names the window, shows where one is, and takes the focus to its heading when one arrives. */
export function Page({ title, lead, crumbs = [], actions, reading = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    document.title = `${title} · cte-align`
  }, [title])
  useEffect(() => {
    // The first page after the application was loaded leaves the focus to the browser.
    if (shown !== undefined && shown !== pathname) heading.current?.focus()
    shown = pathname
  }, [pathname])
  return (
    <>
      {crumbs.length > 0 && (
        <nav className="usa-breadcrumb usa-breadcrumb--wrap" aria-label="Where you are">
          <ol className="usa-breadcrumb__list">
            {crumbs.map(crumb => (
              <li className="usa-breadcrumb__list-item" key={crumb.to}>
                <Link className="usa-breadcrumb__link" to={crumb.to}>
                  {crumb.text}
                </Link>
              </li>
            ))}
            <li className="usa-breadcrumb__list-item usa-current" aria-current="page">
              {title}
            </li>
          </ol>
        </nav>
      )}
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && !reading && <div className="row no-print">{actions}</div>}
      </div>
      {reading && <Loading what="the page" lines={8} />}
      <div hidden={reading}>{children}</div>
    </>
  )
}
