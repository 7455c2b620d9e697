import { useState } from 'react'
import { Link } from 'react-router'
import { standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useFilters } from '../../data/use-filters.ts'
import { useSession } from '../../data/use-session.ts'
import { SelectField } from '../../parts/Field.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { Code } from '../../parts/Tags.tsx'
import { paths } from '../../paths.ts'
import { StateWords } from './RelationMark.tsx'
import { crosswalkKey, type EndName, useCoverage, useCoveredItems } from './use-crosswalk.ts'
import { useDraftRelation } from './use-draft-relation.ts'
import { type CoveredItem, type EndItem, RELATION_WORDS, RELATIONS, type RelationWord } from './words.ts'

const FILTERS = { end: 'from', item: '' }
const LEFT = (answer: CoveredItem['answer']) => (answer === 'unmapped' ? 0 : 1)

/** What reads like an item, at the other end: each becomes a draft in one act, and somebody else looks at it afterwards. */
export function SuggestionsView({ crosswalk }: { crosswalk: string }) {
  const { filters, set } = useFilters(FILTERS)
  const end: EndName = filters.end === 'to' ? 'to' : 'from'
  const items = useCoveredItems(crosswalk, end)
  const ends = useCoverage(crosswalk).data?.ends
  return (
    <Shown of={items} what="the items" empty="This end of the crosswalk has no items yet.">
      {covered => {
        const sorted = [...covered].sort((a, b) => LEFT(a.answer) - LEFT(b.answer))
        const chosen = sorted.find(({ item }) => item.key === filters.item) ?? sorted[0]!
        return (
          <>
            <div className="filters">
              <SelectField
                label="Items of"
                value={end}
                onChange={next => set({ end: next, item: '' })}
                options={[
                  ['from', ends?.from.framework ?? 'the first framework'],
                  ['to', ends?.to.framework ?? 'the second framework'],
                ]}
              />
              <SelectField
                label="Item"
                value={chosen.item.key}
                onChange={item => set({ item })}
                options={sorted.map(({ item, answer }) => [
                  item.key,
                  `${item.title} (${item.key})${answer === 'unmapped' ? ': nothing said yet' : ''}`,
                ])}
              />
            </div>
            <Suggestions crosswalk={crosswalk} end={end} item={chosen.item} />
          </>
        )
      }}
    </Shown>
  )
}

function Suggestions({ crosswalk, end, item }: { crosswalk: string; end: EndName; item: EndItem }) {
  const { may } = useSession()
  const [word, setWord] = useState<RelationWord>('related')
  const suggestions = useAnswer([...crosswalkKey(crosswalk), 'suggestions', end, item.id], signal =>
    standards.GET('/crosswalks/{key}/suggestions', {
      params: {
        path: { key: crosswalk },
        query: { item: item.id, direction: end === 'from' ? 'forward' : 'back', limit: 10 },
      },
      signal,
    }),
  )
  const act = useDraftRelation(crosswalk)
  const draft = (other: EndItem) => {
    const [from, to] = end === 'from' ? [item, other] : [other, item]
    return act.run({ from: from.id, to: to.id, relation: word, suggested: true })
  }
  return (
    <Shown
      of={suggestions}
      what="the suggestions"
      lines={8}
      isEmpty={({ items }) => items.length === 0}
      empty="Nothing at the other end reads like it. Draft a relation by hand, or say that it has no counterpart."
    >
      {({ items }) => (
        <div className="stack">
          <p>
            What reads like <strong>{item.title}</strong> <Code>{item.key}</Code>, by words alone. A suggestion decides
            nothing: made a draft, somebody else looks at it.
          </p>
          {may('draft crosswalk') ? (
            <div className="filters">
              <SelectField
                label="Draft it as"
                value={word}
                onChange={next => setWord(RELATION_WORDS.find(each => each === next) ?? word)}
                options={RELATION_WORDS.filter(each => each !== 'none').map(each => [
                  each,
                  `${each}: ${RELATIONS[each].says}`,
                ])}
              />
            </div>
          ) : (
            <p className="small soft">CDE editors and above may make a draft of a suggestion.</p>
          )}
          {act.problem && <Problem error={act.problem} />}
          <ol className="plain-list stack">
            {items.map(({ item: other, score, words, relation }) => (
              <li className="card suggestion" key={other.id}>
                <div>
                  <strong>{other.title}</strong> <Code>{other.key}</Code>
                  <div className="small soft">
                    {score} points, for:{' '}
                    {words.map(({ word: each, fields }) => `${each} (${fields.join(', ')})`).join('; ')}
                  </div>
                </div>
                {relation ? (
                  <span className="row">
                    <Link to={paths.relation(crosswalk, relation.id)}>There is a relation</Link>
                    <StateWords state={relation.state} />
                  </span>
                ) : (
                  may('draft crosswalk') && (
                    <button
                      type="button"
                      className="usa-button usa-button--outline"
                      disabled={act.busy}
                      onClick={() => void draft(other)}
                    >
                      Draft <span className="hidden-visually">{other.title} </span>as {word}
                    </button>
                  )
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
    </Shown>
  )
}
