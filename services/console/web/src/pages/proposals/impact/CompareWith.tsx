import { useState } from 'react'
import { useNavigate } from 'react-router'
import { standards } from '../../../data/api.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { SelectField } from '../../../parts/Field.tsx'
import { paths } from '../../../paths.ts'
import { useHere } from '../use-proposal.ts'

/** To another proposal of the same framework, side by side. */
export function CompareWith() {
  const { proposal } = useHere()
  const { framework, id } = proposal
  const navigate = useNavigate()
  const [other, setOther] = useState('')
  const query = { framework, limit: 200 }
  const list = useAnswer(['standards', 'proposals', 'to compare', query], signal =>
    standards.GET('/proposals', { params: { query }, signal }),
  )
  const others = (list.data?.items ?? []).filter(each => each.id !== id && each.state !== 'withdrawn')
  if (others.length === 0) return null
  return (
    <form
      className="row end"
      onSubmit={event => {
        event.preventDefault()
        if (other) navigate(paths.compareProposals(id, other))
      }}
    >
      <SelectField
        label="Compare with another proposal"
        value={other}
        onChange={setOther}
        options={[['', 'Choose …'], ...others.map(each => [each.id, `${each.title} (${each.state})`] as const)]}
      />
      <button type="submit" className="usa-button usa-button--outline" disabled={!other}>
        Compare
      </button>
    </form>
  )
}
