import { Link } from 'react-router'
import { More, Shown } from '../../../parts/Shown.tsx'
import { Code, Tag, Unverified } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import { type Found, kindWord } from '../words.ts'
import type { FoundPages } from './use-found.ts'

interface FoundItemsProps {
  found: FoundPages
  /** What was looked for, to say it where nothing is. */
  what: string
  /** Which release the links go to. */
  query?: { release?: string; asOf?: string }
  showFramework?: boolean
}

/** Items that were found, nearest first, each with where it stands. */
export const FoundItems = ({ found, what, query = {}, showFramework = false }: FoundItemsProps) => (
  <div>
    <Shown
      of={found}
      what="the items"
      lines={10}
      empty={
        <>
          No item has {what ? <b>{what}</b> : 'that'} in its code, title, text or scope note with these choices. Take a
          choice away, or try fewer words: each word has to be there.
        </>
      }
    >
      {items => (
        <ol className="plain-list found">
          {items.map(item => (
            <FoundItem key={`${item.framework} ${item.id}`} item={item} query={query} showFramework={showFramework} />
          ))}
        </ol>
      )}
    </Shown>
    {found.data && found.data.length > 0 && (
      <More
        shown={found.data.length}
        total={found.first?.total}
        more={found.more}
        loadingMore={found.loadingMore}
        loadMore={found.loadMore}
        what="items"
      />
    )}
  </div>
)

function FoundItem(props: { item: Found; query: { release?: string; asOf?: string }; showFramework: boolean }) {
  const { item, query, showFramework } = props
  const above = item.above.toReversed().map(({ title }) => title)
  return (
    <li>
      <Link to={paths.item(item.framework, item.id, query)}>
        <Code>{item.key}</Code> {item.title}
      </Link>{' '}
      <span className="small soft">{kindWord(item.kind)}</span> {item.status === 'retired' && <Tag>retired</Tag>}{' '}
      {!item.verified && <Unverified />}
      {(above.length > 0 || showFramework) && (
        <div className="small soft">
          {showFramework && <>{item.framework} › </>}
          {above.map(title => `${title} › `)}
          {item.title}
        </div>
      )}
      {item.excerpt && <div className="small">{item.excerpt}</div>}
    </li>
  )
}
