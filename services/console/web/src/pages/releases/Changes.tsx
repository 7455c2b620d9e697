import { standards } from '../../data/api.ts'
import { usePages } from '../../data/use-answer.ts'
import { useFilters } from '../../data/use-filters.ts'
import { CLASSES, isChangeClass } from '../../parts/change-words.ts'
import { FacetField } from '../../parts/FacetField.tsx'
import { More, Shown } from '../../parts/Shown.tsx'
import { DiffViewField } from '../../parts/TextDifferences.tsx'
import { facetOptions, isKind, kindOptions } from '../standards/words.ts'
import { ChangeCard } from './ChangeCard.tsx'
import { fold } from './fold.ts'

const ORDER = Object.keys(CLASSES)
const FILTERS = { class: '', kind: '', view: 'inline' }

/** The changes of a release, to be narrowed by class and kind; the choice of how differences show stays in the address. */
export function Changes({ id }: { id: string }) {
  const { filters, set } = useFilters(FILTERS)
  const query = {
    limit: 50,
    ...(isChangeClass(filters.class) && { class: filters.class }),
    ...(isKind(filters.kind) && { kind: filters.kind }),
  }
  const changes = usePages(
    ['standards', 'releases', 'changes', id, query],
    (cursor, signal) =>
      standards.GET('/releases/{id}/changes', {
        params: { path: { id }, query: { ...query, ...(cursor && { cursor }) } },
        signal,
      }),
    { keep: true },
  )
  const facets = changes.first?.facets
  const classes = facetOptions(facets?.class ?? {}, name => (isChangeClass(name) ? CLASSES[name] : name), filters.class)
  return (
    <div className="beside beside--facets">
      <div className="facets no-print">
        <DiffViewField view={filters.view === 'beside' ? 'beside' : 'inline'} onChange={view => set({ view })} />
        <FacetField
          label="What happened"
          name="class"
          value={filters.class}
          onChange={next => set({ class: next })}
          options={classes.sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))}
        />
        <FacetField
          label="Kind of item"
          name="kind"
          value={filters.kind}
          onChange={kind => set({ kind })}
          options={kindOptions(facets?.kind ?? {}, filters.kind)}
        />
      </div>
      <div>
        <Shown
          of={changes}
          what="the changes"
          lines={10}
          empty="No change of this release is of that class and kind. Take a choice away to see the others."
        >
          {items => (
            <ol className="plain-list">
              {fold(items).map(({ change: { number, change, reach }, along }) => (
                <ChangeCard
                  key={number}
                  change={change}
                  along={along.map(each => each.change)}
                  reaches={reach.length}
                  view={filters.view === 'beside' ? 'beside' : 'inline'}
                />
              ))}
            </ol>
          )}
        </Shown>
        {changes.data && changes.data.length > 0 && (
          <More
            shown={changes.data.length}
            total={changes.first?.total}
            more={changes.more}
            loadingMore={changes.loadingMore}
            loadMore={changes.loadMore}
            what="changes"
          />
        )}
      </div>
    </div>
  )
}
