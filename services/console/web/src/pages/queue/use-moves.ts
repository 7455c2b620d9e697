import { answerOf } from '@cte-align/client'
import { useState } from 'react'
import { useAct } from '../../data/use-act.ts'
import type { FlagRow, Step } from './flag-types.ts'
import { standingInWords } from './step.ts'
import { matchOf, type Queue } from './use-queue.ts'

export type Movable = Pick<FlagRow, 'id' | 'version' | 'dependent' | 'textFingerprint' | 'state'>
export interface Move {
  flag: Movable
  step: Step
  /** Called when the service has answered, before what it touches is read again: the work goes on. */
  whenDone?: () => void
}

/** Said in the log of a flag whose last step was taken back from the notice that told of it. */
const AT_ONCE = 'Taken back at once, from the notice of the step'

/**
 * Takes flags a step further, each bound to the version that was read, and a resolving to its text by name. `shown` says
 * how a flag stands that is on its way, until the service has answered.
 */
export function useMoves(queue: Queue) {
  const { client, key } = queue
  const [onTheWay, setOnTheWay] = useState<ReadonlyMap<string, Move>>(new Map())
  const [last, setLast] = useState<Movable>()
  const forget = (id: string) =>
    setOnTheWay(all => {
      const rest = new Map(all)
      rest.delete(id)
      return rest
    })
  const act = useAct(
    ({ flag, step }: Move) =>
      client.POST('/flags/{id}/transitions', {
        params: { path: { id: flag.id }, header: { 'if-match': matchOf(flag) } },
        body: { ...step, ...(step.to === 'resolved' && { seen: flag.textFingerprint }) },
      }),
    {
      touches: [key()],
      done: ({ data }) => `${data.dependent.key} is ${standingInWords(data)}.`,
      undo:
        ({ data }) =>
        () =>
          answerOf(
            client.POST('/flags/{id}/undo', {
              params: { path: { id: data.id }, header: { 'if-match': matchOf(data) } },
              body: { reason: AT_ONCE },
            }),
          ),
      onDone: (_, { whenDone }) => whenDone?.(),
      optimistic: move => {
        setOnTheWay(all => new Map(all).set(move.flag.id, move))
        return () => {
          forget(move.flag.id)
          setLast(move.flag)
        }
      },
    },
  )
  return {
    ...act,
    /** Whose step was refused last; with `problem`. */
    refused: act.problem && last,
    shown: <F extends FlagRow>(flag: F): F => {
      const move = onTheWay.get(flag.id)
      if (move === undefined || move.flag.version < flag.version) return flag
      const { to = flag.state, disposition = null, owner = flag.owner } = move.step
      return { ...flag, state: to, disposition, owner }
    },
  }
}
export type Moves = ReturnType<typeof useMoves>

/** Takes one's own last step on a flag back, by a new one. */
export const useUndo = ({ client, key }: Queue) =>
  useAct(
    ({ flag, reason }: { flag: Movable; reason: string }) =>
      client.POST('/flags/{id}/undo', {
        params: { path: { id: flag.id }, header: { 'if-match': matchOf(flag) } },
        body: { reason },
      }),
    {
      touches: [key()],
      done: ({ data }) => `The last step on ${data.dependent.key} is taken back: it is ${standingInWords(data)}.`,
    },
  )
