import { SelectField } from '../../../../parts/Field.tsx'
import { NOBODY, newDraft } from '../draft.ts'
import { ItemPicker } from '../ItemPicker.tsx'
import { type FormProps, KINDS } from './form.ts'
import { NewItems } from './NewItems.tsx'
import { ParentField } from './PlaceForm.tsx'

export function MergeForm(props: FormProps) {
  const { draft, set, missing } = props
  const { items, join, mergeInto } = draft
  return (
    <>
      {items.map((item, index) => (
        <ItemPicker
          // biome-ignore lint/suspicious/noArrayIndexKey: a place among the merged, whatever stands there
          key={index}
          label={`Item ${index + 1} to be merged`}
          value={item}
          error={index === 0 ? missing.items : undefined}
          onPick={pick => set({ items: items.with(index, pick) })}
        />
      ))}
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        onClick={() => set({ items: [...items, NOBODY] })}
      >
        One more item
      </button>
      <SelectField
        label="Into"
        value={mergeInto}
        options={[
          ['existing', 'An item that there is'],
          ['new', 'A new item'],
        ]}
        onChange={into => set({ mergeInto: into === 'new' ? 'new' : 'existing' })}
      />
      {mergeInto === 'existing' ? (
        <ItemPicker
          label="The item that stays"
          value={draft.existing}
          error={missing.existing}
          onPick={existing => set({ existing })}
        />
      ) : (
        <>
          <NewItems
            items={[draft.into[0] ?? newDraft('pathway')]}
            error={missing.into}
            onChange={([made]) => made && set({ into: [made, ...draft.into.slice(1)] })}
          />
          <ParentField {...props} />
        </>
      )}
      <fieldset className="card">
        <legend>Join what is alike: kinds whose items merge too where they have the same code</legend>
        <div className="row">
          {KINDS.filter(kind => ['anchor', 'pathway', 'standard', 'indicator'].includes(kind)).map(kind => (
            <label className="check" key={kind}>
              <input
                type="checkbox"
                checked={join.includes(kind)}
                onChange={event =>
                  set({ join: event.target.checked ? [...join, kind] : join.filter(each => each !== kind) })
                }
              />{' '}
              {kind}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}
