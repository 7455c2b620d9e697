import { newDraft } from '../draft.ts'
import { ItemPicker } from '../ItemPicker.tsx'
import type { FormProps } from './form.ts'
import { NewItems } from './NewItems.tsx'

/** One becomes several. Who goes where is asked below, once it is known whom it hits. */
export const SplitForm = ({ draft, set, missing }: FormProps) => (
  <>
    <ItemPicker
      label="Item"
      value={draft.item}
      error={missing.item}
      onPick={item =>
        set(({ into }) => ({
          item,
          ...(item.kind && {
            into: into.map(each => ({
              ...each,
              kind: each.code || each.title ? each.kind : item.kind || each.kind,
            })),
          }),
        }))
      }
    />
    <NewItems items={draft.into} error={missing.into} onChange={into => set({ into })} />
    <button
      type="button"
      className="usa-button usa-button--unstyled"
      onClick={() => set({ into: [...draft.into, newDraft(draft.into[0]?.kind ?? 'pathway')] })}
    >
      One more new item
    </button>
  </>
)
