import { SelectField } from '../../../../parts/Field.tsx'
import { frameworkOptions, useFrameworks } from '../../use-frameworks.ts'
import { useHere } from '../../use-proposal.ts'
import { NOBODY } from '../draft.ts'
import { ItemPicker } from '../ItemPicker.tsx'
import type { FormProps } from './form.ts'

const FOLLOWS = [
  ['unknown', 'It is not known yet'],
  ['none', 'Nothing: it ends'],
  ['these', 'These items take over'],
] as const

export function RetireForm({ draft, set, missing }: FormProps) {
  const { proposal } = useHere()
  const frameworks = useFrameworks()
  const { successors } = draft
  const fresh = { framework: proposal.framework, item: NOBODY }
  return (
    <>
      <ItemPicker label="Item" value={draft.item} error={missing.item} onPick={item => set({ item })} />
      <SelectField
        label="What follows it"
        value={draft.follows}
        options={FOLLOWS}
        error={missing.successors}
        onChange={word => {
          const follows = FOLLOWS.map(([value]) => value).find(value => value === word) ?? 'unknown'
          set({ follows, successors: successors.length > 0 ? successors : [fresh] })
        }}
      />
      {draft.follows === 'these' && (
        <>
          {successors.map(({ framework, item }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place in the list, whatever stands there
            <fieldset className="new-item" key={index}>
              <legend>Successor {index + 1}</legend>
              <SelectField
                label="Framework"
                value={framework}
                options={frameworkOptions(frameworks.data?.items)}
                onChange={key => set({ successors: successors.with(index, { framework: key, item: NOBODY }) })}
              />
              <ItemPicker
                label="Item"
                value={item}
                {...(framework !== proposal.framework && { framework })}
                onPick={pick => set({ successors: successors.with(index, { framework, item: pick }) })}
              />
            </fieldset>
          ))}
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => set({ successors: [...successors, fresh] })}
          >
            One more successor
          </button>
        </>
      )}
    </>
  )
}

export const RestoreForm = ({ draft, set, missing }: FormProps) => (
  <ItemPicker
    label="Retired item"
    status="retired"
    value={draft.item}
    error={missing.item}
    onPick={item => set({ item })}
  />
)
