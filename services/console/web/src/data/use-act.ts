import { type Answered, type ApiProblem, answerOf } from '@cte-align/client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useDesk } from './desk.tsx'
import { problemFrom } from './problem.ts'
import type { AnswerKey, Call } from './use-answer.ts'

export interface ActOptions<Input, T> {
  /** Answers that this act makes stale. */
  touches: AnswerKey[]
  /** Said when it is done. */
  done?: string | ((answer: Answered<T>, input: Input) => string)
  /** Offered beside it, where the API can take it back. */
  undo?: (answer: Answered<T>) => (() => Promise<unknown>) | undefined
  /** Shows the outcome at once; returns how to take that back when the service refuses. */
  optimistic?: (input: Input) => () => void
  onDone?: (answer: Answered<T>, input: Input) => void
}

export interface ActState<Input, T> {
  run: (input: Input) => Promise<Answered<T> | undefined>
  busy: boolean
  /** What the service said against it; typed input stays where it is. */
  problem: ApiProblem | undefined
  /** Somebody else was quicker (412): what is shown is stale, what was typed is kept. */
  conflict: boolean
  clear: () => void
}

/**
 * Something a person does. A session that has expired asks for sign-in over the page and then goes on; a conflict is
 * told as one; everything else is told with code and way out. Nothing that was typed is lost by any of them.
 */
export function useAct<Input, T>(
  call: (input: Input) => Call<T>,
  { touches, done, undo, optimistic, onDone }: ActOptions<Input, T>,
): ActState<Input, T> {
  const desk = useDesk()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const stale = () => Promise.all(touches.map(key => queries.invalidateQueries({ queryKey: key })))

  const run = async (input: Input): Promise<Answered<T> | undefined> => {
    setBusy(true)
    setProblem(undefined)
    const takeBack = optimistic?.(input)
    try {
      const answer = await desk.withSignIn(() => answerOf(call(input)))
      const back = undo?.(answer)
      const text = typeof done === 'function' ? done(answer, input) : done
      if (text)
        desk.say(
          text,
          back &&
            (async () => {
              await desk.withSignIn(back)
              await stale()
            }),
        )
      onDone?.(answer, input)
      await stale()
      return answer
    } catch (error) {
      takeBack?.()
      const told = problemFrom(error)
      setProblem(told)
      if (told.status === 412) await stale()
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, problem, conflict: problem?.status === 412, clear: useCallback(() => setProblem(undefined), []) }
}
