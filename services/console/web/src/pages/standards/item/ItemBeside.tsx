import { Link } from 'react-router'
import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { Empty, Shown } from '../../../parts/Shown.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { paths } from '../../../paths.ts'
import type { AsOf } from '../use-as-of.ts'
import { kindWord, upperFirst } from '../words.ts'
import { ItemFacts } from './ItemFacts.tsx'
import { LinkCounts } from './LinkCounts.tsx'

/** The chosen item beside the tree: what it says, where it was read, how much hangs on it, and the way to its page. */
export function ItemBeside(props: { framework: string; id: string; release: number; asOf: AsOf }) {
  const { framework, id, release, asOf } = props
  const item = useAnswer(
    ['standards', 'items', id, release],
    signal => standards.GET('/items/{id}', { params: { path: { id }, query: { release: String(release) } }, signal }),
    { enabled: id !== '', keep: true },
  )
  if (id === '') return <Empty>Choose an item in the tree: what it says, and what hangs on it, shows here.</Empty>
  return (
    <section className="card item-beside" aria-label="The chosen item">
      <Shown of={item} what="the item" lines={8}>
        {data => (
          <>
            <p className="small soft">
              {upperFirst(kindWord(data.kind))} <Code>{data.key}</Code>
            </p>
            <h2>{data.title}</h2>
            <ItemFacts item={data} />
            <LinkCounts id={data.id} />
            <Link className="usa-button" to={paths.item(framework, data.id, asOf.query)}>
              Open its page
            </Link>
          </>
        )}
      </Shown>
    </section>
  )
}
