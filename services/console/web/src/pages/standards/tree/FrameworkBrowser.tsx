import { useEffect, useState } from 'react'
import { useLocation, useNavigate, useNavigationType } from 'react-router'
import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useFilters } from '../../../data/use-filters.ts'
import { FacetField } from '../../../parts/FacetField.tsx'
import { TextField } from '../../../parts/Field.tsx'
import { useLate } from '../../../parts/use-late.ts'
import { paths } from '../../../paths.ts'
import { ItemBeside } from '../item/ItemBeside.tsx'
import { FoundItems } from '../search/FoundItems.tsx'
import { useFound } from '../search/use-found.ts'
import type { AsOf } from '../use-as-of.ts'
import { kindOptions } from '../words.ts'
import { Tree } from './Tree.tsx'
import { useOutline } from './use-outline.ts'

const FILTERS = { q: '', kind: '', item: '' }

/** The tree of a release with the chosen item beside it; with words or a kind given, the items that they leave instead. */
export function FrameworkBrowser({ framework, release, asOf }: { framework: string; release: number; asOf: AsOf }) {
  const { filters, set } = useFilters(FILTERS)
  const outline = useOutline(framework, release)
  const navigate = useNavigate()
  const found = useFound({ framework, release: String(release), q: useLate(filters.q), kind: filters.kind })
  const filtered = filters.q.trim() !== '' || filters.kind !== ''
  const [chosen, setChosen] = useState(filters.item)
  const settled = useLate(chosen, 150)
  // What one is on is in the address a moment after the keys rest.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the keys rest
  useEffect(() => {
    if (settled !== filters.item) set({ item: settled })
  }, [settled])
  // Whoever goes back or follows a link is on what the address says. Our own changes replace it: to follow those would be a step behind.
  const { key } = useLocation()
  const came = useNavigationType()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each arrival
  useEffect(() => {
    if (came !== 'REPLACE') setChosen(filters.item)
  }, [key])
  useReveal(filters.item || undefined, { release, setOpen: outline.setOpen })
  const open = (id: string) => navigate(paths.item(framework, id, asOf.query))
  return (
    <>
      <div className="filters filters--tree">
        <TextField label="Code or words in this framework" type="search" value={filters.q} onChange={q => set({ q })} />
        <FacetField
          label="Kind"
          name="kind"
          value={filters.kind}
          onChange={kind => set({ kind })}
          options={kindOptions(found.first?.facets.kind ?? {}, filters.kind)}
        />
      </div>
      <div className="beside beside--left">
        {filtered ? (
          <FoundItems found={found} query={asOf.query} what={filters.q.trim()} />
        ) : (
          <div>
            <Tree
              outline={outline}
              label="Items of the framework"
              chosen={chosen || undefined}
              onChoose={setChosen}
              onOpen={open}
            />
            <p className="small soft no-print">
              <kbd>↑</kbd> <kbd>↓</kbd> walk, <kbd>→</kbd> <kbd>←</kbd> open and close, <kbd>*</kbd> opens all beside
              it, letters jump to a code or title, <kbd>Enter</kbd> opens the item’s page.
            </p>
          </div>
        )}
        <ItemBeside framework={framework} id={filters.item} release={release} asOf={asOf} />
      </div>
    </>
  )
}

/** Opens what stands above an item that came with the address. */
function useReveal(
  id: string | undefined,
  { release, setOpen }: { release: number; setOpen: (ids: readonly string[], open: boolean) => void },
) {
  const [first] = useState(id)
  const { data } = useAnswer(
    ['standards', 'items', first, release],
    signal =>
      standards.GET('/items/{id}', {
        params: { path: { id: first ?? '' }, query: { release: String(release) } },
        signal,
      }),
    { enabled: first !== undefined },
  )
  useEffect(() => {
    if (data)
      setOpen(
        data.lineage.map(({ id: above }) => above),
        true,
      )
  }, [data, setOpen])
}
