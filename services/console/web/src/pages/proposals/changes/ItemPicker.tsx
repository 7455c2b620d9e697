import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { Field } from '../../../parts/Field.tsx'
import { Code } from '../../../parts/Tags.tsx'
import { useHere } from '../use-proposal.ts'
import { NOBODY, type Pick } from './draft.ts'
import { type Found, useFoundItems } from './use-found-items.ts'
import { useItem } from './use-item.ts'

interface ItemPickerProps {
  label: string
  hint?: string
  error?: string | undefined
  value: Pick
  onPick: (pick: Pick) => void
  /** Another framework than the proposal's: its newest release. */
  framework?: string
  status?: 'active' | 'retired'
}

/** An item found by code or title, or by walking down from the top: → opens what stands below, ← goes back. */
export function ItemPicker({ label, hint, error, value, onPick, framework, status = 'active' }: ItemPickerProps) {
  const { proposal } = useHere()
  const listId = useId()
  const [typed, setTyped] = useState<string>()
  const [above, setAbove] = useState<Found[]>([])
  const [active, setActive] = useState(0)
  const [eager, setEager] = useState(false)
  const known = useItem(value.value, framework)
  const open = typed !== undefined
  const found = useFoundItems({ q: typed ?? '', below: above.at(-1)?.id, framework, status, enabled: open })
  const options = found.data ?? []
  const text = (typed ?? '').trim()
  const asItIs = text !== '' && framework === undefined && !options.some(({ key }) => key === text)
  const count = options.length + (asItIs ? 1 : 0)
  const chosen = value.value ? (known ?? (value.title ? value : undefined)) : undefined
  const shown = open ? typed : chosen ? `${chosen.key} ${chosen.title}` : value.value

  const close = () => {
    setTyped(undefined)
    setAbove([])
    setActive(0)
    setEager(false)
  }
  const choose = (index: number) => {
    const item = options[index]
    if (item) onPick({ value: item.id, key: item.key, title: item.title, kind: item.kind })
    else if (asItIs) onPick({ ...NOBODY, value: text, key: text })
    else return
    close()
  }
  // Who types quickly and presses Enter means what was typed, not what the list still shows of before.
  useEffect(() => {
    if (!eager || !found.fresh) return
    choose(active)
    close()
  })
  const walk = (to: Found[]) => {
    setTyped('')
    setAbove(to)
    setActive(0)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const here = options[active]
    const atEnd = event.currentTarget.selectionStart === event.currentTarget.value.length
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!open) setTyped('')
      else if (count > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + count) % count)
    } else if (event.key === 'Enter' && open) {
      if (options[active]?.key.toLowerCase() === text.toLowerCase()) choose(active)
      else setEager(true)
    } else if (event.key === 'Escape' && open) close()
    else if (event.key === 'ArrowRight' && open && atEnd && here) walk([...above, here])
    else if (event.key === 'ArrowLeft' && open && typed === '' && above.length > 0) walk(above.slice(0, -1))
    else return
    event.preventDefault()
  }
  return (
    <div className="item-picker">
      <Field
        label={label}
        hint={hint ?? 'Code or words of the title; → shows what stands below, ← goes back'}
        error={error}
      >
        {bound => (
          <input
            {...bound}
            className="usa-input"
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && count > 0 ? `${listId}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            value={shown}
            placeholder={above.length > 0 ? `below ${above.at(-1)?.key}` : ''}
            onFocus={event => event.currentTarget.select()}
            onClick={() => !open && setTyped('')}
            onBlur={() => !eager && close()}
            onChange={event => {
              setTyped(event.target.value)
              setActive(0)
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      {/* Keys stay in the input: without -1 a list that scrolls would be a stop of the Tab key. */}
      <div className="item-options" role="listbox" id={listId} aria-label={label} tabIndex={-1} hidden={!open}>
        {options.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the input
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={item.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={event => event.preventDefault()}
            onClick={() => choose(index)}
          >
            <Code>{item.key}</Code> {item.title} <span className="soft small">{item.kind}</span>
          </div>
        ))}
        {asItIs && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the input
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            id={`${listId}-${options.length}`}
            role="option"
            aria-selected={active === options.length}
            onMouseDown={event => event.preventDefault()}
            onClick={() => choose(options.length)}
          >
            <Code>{text}</Code> <span className="soft small">as typed: an item that this proposal makes</span>
          </div>
        )}
      </div>
      <span className="hidden-visually" role="status">
        {open &&
          !found.loading &&
          `${options.length} of ${found.total} items${above.length > 0 ? ` below ${above.at(-1)?.key}` : ''}`}
      </span>
      {!open && chosen && framework === undefined && (
        <p className="soft small">
          {chosen.kind} of <Code>{`${proposal.framework}@${proposal.base}`}</Code>
        </p>
      )}
    </div>
  )
}
