import { standards } from '../../../../data/api.ts'
import { useAnswer } from '../../../../data/use-answer.ts'
import { SelectField, TextField } from '../../../../parts/Field.tsx'
import { frameworkOptions, useFrameworks } from '../../use-frameworks.ts'
import { useHere } from '../../use-proposal.ts'
import { NOBODY, type RelationWord } from '../draft.ts'
import { ItemPicker } from '../ItemPicker.tsx'
import type { FormProps } from './form.ts'

const RELATIONS = [
  ['equivalent', 'Equivalent: the same thing'],
  ['broader', 'Broader: the other covers more'],
  ['narrower', 'Narrower: the other covers less'],
  ['related', 'Related'],
  ['none', 'None: there is no counterpart'],
] as const satisfies readonly (readonly [RelationWord, string])[]

export function MapForm({ draft, set, missing }: FormProps) {
  const { proposal } = useHere()
  const frameworks = useFrameworks()
  const crosswalks = useAnswer(['standards', 'crosswalks'], signal => standards.GET('/crosswalks', { signal }))
  const mine = crosswalks.data?.items.filter(each => each.from === proposal.framework) ?? []
  const others = (frameworks.data?.items ?? []).filter(({ key }) => key !== proposal.framework)
  return (
    <>
      <SelectField
        label="Crosswalk"
        value={draft.crosswalk}
        error={missing.crosswalk}
        options={[['', 'Choose …'], ...mine.map(({ key, title }) => [key, `${title} (${key})`] as const)]}
        onChange={crosswalk =>
          set({ crosswalk, toFramework: mine.find(({ key }) => key === crosswalk)?.to ?? draft.toFramework })
        }
      />
      <ItemPicker label="From" value={draft.item} error={missing.item} onPick={item => set({ item })} />
      <SelectField
        label="Relation"
        value={draft.relation}
        options={RELATIONS}
        onChange={word =>
          set({ relation: RELATIONS.map(([relation]) => relation).find(each => each === word) ?? 'equivalent' })
        }
      />
      {draft.relation !== 'none' && (
        <>
          <SelectField
            label="Of framework"
            value={draft.toFramework}
            error={missing.toFramework}
            options={[['', 'Choose …'], ...frameworkOptions(others)]}
            onChange={toFramework => set({ toFramework, to: NOBODY })}
          />
          {draft.toFramework && (
            <ItemPicker
              label="To"
              framework={draft.toFramework}
              value={draft.to}
              error={missing.to}
              onPick={to => set({ to })}
            />
          )}
        </>
      )}
      <TextField label="Note" rows={2} value={draft.note} onChange={note => set({ note })} />
    </>
  )
}

/** The relation is named by its id, as the crosswalk's page shows it. */
export const UnmapForm = ({ draft, set, missing }: FormProps) => (
  <>
    <TextField
      label="Id of the relation"
      hint="As the crosswalk shows it"
      value={draft.relationId}
      error={missing.relationId}
      onChange={relationId => set({ relationId })}
    />
    <TextField label="Why" rows={2} value={draft.reason} error={missing.reason} onChange={reason => set({ reason })} />
  </>
)
