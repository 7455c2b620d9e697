import { type FormEvent, useEffect, useId, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { paths } from '../../../paths.ts'

/** Finds in all frameworks, course codes and authorizations; what is in the address stands in the field. */
export function SearchField() {
  const [params] = useSearchParams()
  const asked = params.get('q') ?? ''
  const [text, setText] = useState(asked)
  const navigate = useNavigate()
  const id = useId()
  useEffect(() => setText(asked), [asked])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) navigate(paths.search({ q: text.trim() }))
  }
  return (
    <search>
      <form className="search-field" onSubmit={submit}>
        <label className="usa-label" htmlFor={id}>
          Code or words, in all frameworks, course codes and authorizations
        </label>
        <div className="row">
          <input
            id={id}
            className="usa-input"
            type="search"
            autoComplete="off"
            value={text}
            onChange={event => setText(event.target.value)}
          />
          <button type="submit" className="usa-button">
            Find
          </button>
        </div>
      </form>
    </search>
  )
}
