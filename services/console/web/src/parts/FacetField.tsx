interface FacetFieldProps {
  label: string
  /** Value, text and how many there would be with it. */
  options: readonly (readonly [value: string, text: string, count: number])[]
  /** Empty: any. */
  value: string
  onChange: (value: string) => void
  name: string
}

/** A choice of one among few, each with how many it leaves. */
export const FacetField = ({ label, options, value, onChange, name }: FacetFieldProps) => (
  <fieldset className="facet">
    <legend>{label}</legend>
    {[['', 'Any', null] as const, ...options].map(([each, text, count]) => (
      <label key={each} data-chosen={each === value}>
        <input type="radio" name={name} value={each} checked={each === value} onChange={() => onChange(each)} />
        <span>{text}</span>
        {count !== null && <span className="facet-count">{count.toLocaleString('en-US')}</span>}
      </label>
    ))}
  </fieldset>
)
