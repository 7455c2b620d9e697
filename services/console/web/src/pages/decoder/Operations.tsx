import { answerOf } from '@cte-align/client'
import { credentials } from '../../data/api.ts'
import { useAct } from '../../data/use-act.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useSession } from '../../data/use-session.ts'
import { Problem } from '../../parts/Problem.tsx'
import { Conflict } from '../../parts/ReasonDialog.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { AddRule } from './AddRule.tsx'
import { type DraftedEdition, hasOperation, type Operation, operationInWords, type Suggestions } from './editions.ts'

/** The operations of a draft in the order in which they work, and those that its flags suggest. */
export function Operations({ edition, etag }: { edition: DraftedEdition; etag: string | null }) {
  const { may } = useSession()
  const { id, operations } = edition
  const editable = edition.state === 'draft' && may('draft rule editions')
  const set = (next: Operation[], version: string | null) =>
    credentials.PUT('/rule-editions/{id}/operations', {
      params: { path: { id }, header: { 'if-match': version ?? '' } },
      body: { operations: next },
    })
  const act = useAct((next: Operation[]) => set(next, etag), {
    touches: [['credentials', 'rule-editions']],
    done: ({ data }) => `${data.operationCount} operation${data.operationCount === 1 ? '' : 's'} now.`,
    undo: answer => () => answerOf(set(operations, answer.etag)),
  })
  return (
    <section aria-labelledby="operations">
      <h2 id="operations">What it does</h2>
      {operations.length === 0 ? (
        <p className="soft">Nothing yet.{editable && ' Take over what the flags suggest, or add a rule.'}</p>
      ) : (
        <ol className="operations">
          {operations.map((operation, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same operation may stand there twice; its place tells them apart
            <li key={index}>
              {operationInWords(operation)}
              {operation.reason && <span className="soft">. Because: {operation.reason}</span>}
              {editable && (
                <button
                  type="button"
                  className="usa-button usa-button--unstyled no-print"
                  disabled={act.busy}
                  onClick={() => void act.run(operations.filter((_, at) => at !== index))}
                >
                  Remove<span className="hidden-visually"> operation {index + 1}</span>
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
      {act.conflict ? <Conflict /> : act.problem && <Problem error={act.problem} />}
      {editable && <AddRule busy={act.busy} onAdd={operation => act.run([...operations, operation])} />}
      {edition.state === 'draft' && edition.flags.length > 0 && (
        <Suggested
          edition={edition}
          {...(editable && { onTake: (operation: Operation) => void act.run([...operations, operation]) })}
        />
      )}
    </section>
  )
}

function Suggested({ edition, onTake }: { edition: DraftedEdition; onTake?: (operation: Operation) => void }) {
  const { id, revision } = edition
  const suggestions = useAnswer(['credentials', 'rule-editions', id, 'suggestions', revision], signal =>
    credentials.GET('/rule-editions/{id}/suggestions', { params: { path: { id } }, signal }),
  )
  const isEmpty = ({ suggested, undecided }: Suggestions) => suggested.length === 0 && undecided.length === 0
  return (
    <>
      <h3>What its flags suggest</h3>
      <Shown
        of={suggestions}
        what="the suggestions"
        isEmpty={isEmpty}
        empty="The flags suggest no operation."
        lines={2}
      >
        {({ suggested, undecided }) => (
          <>
            <ul className="operations">
              {suggested.map(({ operation, because }) => (
                <li key={`${operationInWords(operation)} ${because}`}>
                  {operationInWords(operation)} <span className="soft">{because}</span>{' '}
                  {hasOperation(edition.operations, operation)
                    ? '(taken over)'
                    : onTake && (
                        <button
                          type="button"
                          className="usa-button usa-button--unstyled"
                          onClick={() => onTake(operation)}
                        >
                          Take over<span className="hidden-visually">: {operationInWords(operation)}</span>
                        </button>
                      )}
                </li>
              ))}
            </ul>
            {undecided.length > 0 && (
              <p className="small">
                Of {undecided.length} pairs nobody can say, and nothing is suggested for them:{' '}
                {undecided.map(({ courseCode, authorization }) => `${courseCode} ${authorization}`).join(', ')}
              </p>
            )}
          </>
        )}
      </Shown>
    </>
  )
}
