import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useFilters } from '../../data/use-filters.ts'
import { Loading, More, Shown } from '../../parts/Shown.tsx'
import type { ImpactOf } from '../../paths.ts'
import type { Told } from '../../why/why-in-words.ts'
import { BesideView } from './BesideView.tsx'
import { Head } from './Head.tsx'
import { ImpactFilters } from './ImpactFilters.tsx'
import { activeIn, keeps, LAYOUT, viewOf } from './impact-filters.ts'
import { dependentId, modelOf } from './impact-model.ts'
import type { Hit } from './impact-types.ts'
import { NodePanel } from './NodePanel.tsx'
import { TableView } from './TableView.tsx'
import { useImpacts } from './use-impacts.ts'
import { ViewTabs } from './ViewTabs.tsx'

/** With what draws it as large as all the rest of the application: it comes while the impacts are being read. */
const graphView = async () => ({ default: (await import('./GraphView.tsx')).GraphView })
const GraphView = lazy(graphView)

interface ImpactPageProps {
  of: ImpactOf
  told: Told
  /** How it stands, in a line. */
  standing: string
}

/** The graph and the table of one model, the lists beside it, and what is chosen. */
export function ImpactPage({ of, told, standing }: ImpactPageProps) {
  const { filters, set } = useFilters(LAYOUT)
  const active = activeIn(filters)
  const impacts = useImpacts(of, filters)
  const view = viewOf(filters)
  useEffect(() => {
    // Where it does not come, drawing it says so.
    if (view === 'graph') graphView().catch(() => {})
  }, [view])
  const model = useMemo(
    () => modelOf(impacts.data ?? NONE, keeps({ class: filters.class })),
    [impacts.data, filters.class],
  )
  const chosen = filters.node || idOfDependent(impacts.data ?? NONE, filters.dependent)
  /** Somebody has chosen something here, so that its details take the focus. */
  const [moved, setMoved] = useState(false)
  const choose = useCallback(
    (node: string) => {
      setMoved(true)
      set({ node, dependent: '' })
    },
    [set],
  )
  /** Where the focus was when something was chosen. */
  const from = useRef<HTMLElement>(null)
  const open = (node: string) => {
    from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    choose(node)
  }
  const close = () => {
    choose('')
    from.current?.focus()
  }
  const pictured = view === 'graph' || view === 'table'
  const chosenNode = chosen ? model.nodes.get(chosen) : undefined
  return (
    <>
      <Head impacts={impacts} standing={standing} onFilter={set} />
      <ViewTabs of={of} layout={filters} beside={impacts.beside} />
      {pictured && (
        <ImpactFilters filters={filters} active={active} set={set} hits={impacts.data ?? NONE} view={view} />
      )}
      {pictured ? (
        <div className="impact-room">
          <Shown
            of={impacts}
            what="the impacts"
            lines={14}
            empty={active > 0 ? 'Nothing that this touches matches the filters.' : nothingHit(of)}
          >
            {() => (
              <div className={chosenNode ? 'beside' : undefined}>
                <div className="stack">
                  {view === 'graph' ? (
                    <Suspense fallback={<Loading what="the graph" lines={14} />}>
                      <GraphView
                        model={model}
                        layout={filters}
                        chosen={chosen}
                        onChoose={open}
                        onTable={() => set({ view: 'table' })}
                      />
                    </Suspense>
                  ) : (
                    <TableView model={model} told={told} total={impacts.total} onChoose={open} of={of} />
                  )}
                  <More {...impacts} shown={impacts.data?.length ?? 0} what="dependents" />
                </div>
                {chosenNode && (
                  <NodePanel
                    key={chosen}
                    node={chosenNode}
                    model={model}
                    told={told}
                    focus={moved}
                    onChoose={choose}
                    onClose={close}
                  />
                )}
              </div>
            )}
          </Shown>
          {filters.dependent && !chosenNode && impacts.data && (
            <p role="status">
              {filters.dependent} is not among the {impacts.data.length} dependents that are shown.
            </p>
          )}
        </div>
      ) : (
        <BesideView of={of} view={view} sequences={impacts.beside?.sequences} />
      )}
    </>
  )
}

const NONE: readonly Hit[] = []

const nothingHit = (of: ImpactOf): string =>
  'proposal' in of
    ? 'No dependent would be hit: no authorization, no course code, no section of law. That is an answer, not a gap; what cannot be known stands under “Cannot be known”.'
    : 'No dependent was flagged by this release, or the agencies have not worked through it yet.'

/** A key tells its kind in practice; where two kinds have the same, the first that is hit is meant. */
const idOfDependent = (hits: readonly Hit[], key: string): string => {
  const hit = key === '' ? undefined : hits.find(({ dependent }) => dependent.key === key)
  return hit ? dependentId(hit.dependent) : ''
}
