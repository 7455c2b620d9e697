import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useDraft } from '../../data/use-draft.ts'
import { useSession } from '../../data/use-session.ts'
import { Alert } from '../../parts/Alert.tsx'
import { SelectField, TextField } from '../../parts/Field.tsx'
import { ListField } from '../../parts/ListField.tsx'
import { Page } from '../../parts/Page.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { paths } from '../../paths.ts'
import { type DraftFields, draftedOf, faultsOf } from './draft.ts'
import { useCoveredItems, useCrosswalk } from './use-crosswalk.ts'
import { useDraftRelation } from './use-draft-relation.ts'
import { type CoveredItem, RELATION_WORDS, RELATIONS } from './words.ts'

const optionsOf = (items: CoveredItem[] | undefined) => (items ?? []).map(({ item }) => [item.key, item.title] as const)

/** A relation written by hand; the address may name its ends. */
export function DraftPage() {
  const { key = '' } = useParams()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const { may } = useSession()
  const crosswalk = useCrosswalk(key)
  const [fromKey, toKey] = [params.get('from') ?? '', params.get('to') ?? '']
  const draft = useDraft<DraftFields>(`relation:${key}:draft:${fromKey}:${toKey}`, {
    from: fromKey,
    to: toKey,
    relation: 'related',
    end: params.get('end') === 'to' ? 'to' : 'from',
    note: '',
    combination: '',
    approximate: false,
  })
  const { value, set } = draft
  const [tried, setTried] = useState(false)
  const ends = { from: useCoveredItems(key, 'from').data, to: useCoveredItems(key, 'to').data }
  const act = useDraftRelation(key, relation => {
    draft.discard()
    navigate(paths.relation(key, relation.id), { replace: true })
  })
  const faults = faultsOf(value)
  const put = (part: Partial<DraftFields>) => set(old => ({ ...old, ...part }))
  const none = value.relation === 'none'
  const frameworks = {
    from: crosswalk.data?.from ?? 'the first framework',
    to: crosswalk.data?.to ?? 'the second framework',
  }
  return (
    <Page
      title="Draft a relation"
      lead="A draft counts for review at most, and is marked unverified, until somebody else has looked and CDE has decided."
      crumbs={[
        { text: 'Crosswalk', to: paths.crosswalks() },
        { text: crosswalk.data?.title ?? key, to: paths.crosswalk(key, 'relations') },
      ]}
    >
      {!may('draft crosswalk') && (
        <Alert kind="info">
          CDE editors and above may draft relations. What you type here is kept until you sign in.
        </Alert>
      )}
      <form
        className="narrow-form"
        onSubmit={event => {
          event.preventDefault()
          setTried(true)
          if (Object.keys(faults).length === 0) void act.run(draftedOf(value))
        }}
      >
        <SelectField
          label="Relation"
          value={value.relation}
          onChange={word => put({ relation: RELATION_WORDS.find(each => each === word) ?? value.relation })}
          options={RELATION_WORDS.map(word => [
            word,
            `${word}: the first ${RELATIONS[word].says}${word === 'none' ? '' : ' the second'}`,
          ])}
        />
        {none && (
          <SelectField
            label="The item without a counterpart is of"
            value={value.end}
            onChange={end => put({ end: end === 'to' ? 'to' : 'from' })}
            options={[
              ['from', frameworks.from],
              ['to', frameworks.to],
            ]}
          />
        )}
        <ListField
          label={none ? 'Item' : `Item of ${frameworks.from}`}
          hint="Its code; type a letter for those there are"
          error={tried ? faults.from : undefined}
          value={value.from}
          onChange={from => put({ from })}
          options={optionsOf(none ? ends[value.end] : ends.from)}
        />
        {!none && (
          <ListField
            label={`Item of ${frameworks.to}`}
            hint="Its code; type a letter for those there are"
            error={tried ? faults.to : undefined}
            value={value.to}
            onChange={to => put({ to })}
            options={optionsOf(ends.to)}
          />
        )}
        <TextField label="Note" hint="On what it rests" rows={3} value={value.note} onChange={note => put({ note })} />
        <TextField
          label="Group"
          hint="Only where the item maps to several together and to none of them alone: the same word for each"
          value={value.combination}
          onChange={combination => put({ combination })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={value.approximate}
            onChange={event => put({ approximate: event.target.checked })}
          />{' '}
          Approximate
        </label>
        {act.problem && <Problem error={act.problem} />}
        <div className="dialog-foot">
          <button type="submit" className="usa-button" disabled={act.busy}>
            {act.busy ? 'One moment …' : 'Draft it'}
          </button>
          {draft.kept && (
            <button type="button" className="usa-button usa-button--outline" onClick={() => draft.discard()}>
              Begin anew
            </button>
          )}
        </div>
      </form>
    </Page>
  )
}
