import { useState } from 'react'
import { useParams } from 'react-router'
import { useSession } from '../../data/use-session.ts'
import { Page } from '../../parts/Page.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { paths } from '../../paths.ts'
import { actsFor, othersMay, type RelationActName, verbOf } from './acts.ts'
import { DecisionCarries } from './DecisionCarries.tsx'
import { RelationActDialog } from './RelationActDialog.tsx'
import { RelationFacts } from './RelationFacts.tsx'
import { RelationHistory } from './RelationHistory.tsx'
import { useCrosswalk, useRelation } from './use-crosswalk.ts'
import { type Relation, relationSentence } from './words.ts'

/** One relation: what it says, on what it rests, what was done to it, and what one may do. */
export function RelationPage() {
  const { key = '', id = '' } = useParams()
  const relation = useRelation(key, id)
  const crosswalk = useCrosswalk(key)
  const { data } = relation
  return (
    <Page
      title={data ? `${data.from.key} – ${data.to?.key ?? 'no counterpart'}` : 'Relation'}
      lead={data ? `${relationSentence(data)}.` : undefined}
      crumbs={[
        { text: 'Crosswalk', to: paths.crosswalks() },
        { text: crosswalk.data?.title ?? key, to: paths.crosswalk(key, 'relations') },
      ]}
    >
      <Shown of={relation} what="the relation" lines={8}>
        {read => (
          <>
            <Acts relation={read} />
            <div className="beside">
              <div>
                <RelationFacts relation={read} />
                <RelationHistory crosswalk={key} id={id} />
              </div>
              <DecisionCarries relation={read} />
            </div>
          </>
        )}
      </Shown>
    </Page>
  )
}

function Acts({ relation }: { relation: Relation }) {
  const { session } = useSession()
  const [doing, setDoing] = useState<RelationActName>()
  const offered = actsFor(relation, session)
  return (
    <div className="no-print stack relation-acts">
      {offered.length > 0 && (
        <div className="row">
          {offered.map((act, index) => (
            <button
              type="button"
              key={act}
              className={index === offered.indexOf(firstOf(offered)) ? 'usa-button' : 'usa-button usa-button--outline'}
              onClick={() => setDoing(act)}
            >
              {verbOf(act)}
            </button>
          ))}
        </div>
      )}
      {othersMay(relation, session).map(sentence => (
        <p className="small soft" key={sentence}>
          {sentence}
        </p>
      ))}
      {relation.removedIn !== null && (
        <p>Taken out at {relation.removedIn}. It stays readable; it can be drafted anew.</p>
      )}
      {doing && (
        <RelationActDialog
          crosswalk={relation.crosswalk}
          id={relation.id}
          act={doing}
          onClose={() => setDoing(undefined)}
        />
      )}
    </div>
  )
}

/** What somebody most likely came for. */
const firstOf = (offered: RelationActName[]): RelationActName =>
  offered.find(act => act === 'accept' || act === 'review-and-accept') ?? offered[0]!
