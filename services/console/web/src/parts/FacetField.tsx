import { useEffect, useState } from 'react'

interface FacetFieldProps {
  label: string
  /** Value, text and, where it is known, how many there would be with it. */
  options: readonly (readonly [value: string, text: string, count: number | null])[]
  /** Empty: any. */
  value: string
  onChange: (value: string) => void
  name: string
  /** In one line, and none of them is "any". */
  row?: boolean
}

/** A choice of one among few, each with how many it leaves. */
export function FacetField({ label, options, value, onChange, name, row = false }: FacetFieldProps) {
  // What was chosen shows at once; the address follows when the page is ready.
  const [shown, setShown] = useState(value)
  useEffect(() => setShown(value), [value])
  return (
    <fieldset className={row ? 'facet facet--row' : 'facet'}>
      <legend>{label}</legend>
      {[...(row ? [] : [['', 'Any', null] as const]), ...options].map(([each, text, count]) => (
        <label key={each} data-chosen={each === shown}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={each === shown}
            onChange={() => {
              setShown(each)
              onChange(each)
            }}
          />
          <span>{text}</span>
          {count !== null && <span className="facet-count">{count.toLocaleString('en-US')}</span>}
        </label>
      ))}
    </fieldset>
  )
}
