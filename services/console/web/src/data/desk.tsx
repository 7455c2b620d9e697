// What the whole page shares while people work: notices with undo, and the sign-in that appears when a session has expired.
import { ApiProblem } from '@cte-align/client'
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import { type NoticeEntry, Notices } from '../parts/Notices.tsx'
import { SignInDialog } from '../shell/SignInDialog.tsx'
import { problemFrom } from './problem.ts'

export interface Desk {
  /** Says it in the corner and aloud; with `undo`, offers to take it back. */
  say: (text: string, undo?: () => Promise<unknown>) => void
  /** Runs it; when the session has expired, asks for sign-in and runs it once more. */
  withSignIn: <T>(act: () => Promise<T>) => Promise<T>
  askToSignIn: () => Promise<boolean>
}

const Context = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(Context)
  if (!desk) throw new Error('useDesk outside DeskProvider')
  return desk
}

const EXPIRED = new Set(['CTE_SESSION_EXPIRED', 'CTE_NOT_SIGNED_IN'])

export function DeskProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<NoticeEntry[]>([])
  const [asking, setAsking] = useState<(signedIn: boolean) => void>()
  const nextId = useRef(1)

  const desk = useMemo<Desk>(() => {
    const drop = (id: number) => setNotices(all => all.filter(each => each.id !== id))
    const say: Desk['say'] = (text, undo) => {
      const id = nextId.current++
      const entry: NoticeEntry = {
        id,
        text,
        close: () => drop(id),
        ...(undo && {
          undo: async () => {
            drop(id)
            try {
              await undo()
              say('Taken back.')
            } catch (error) {
              say(`Could not be taken back: ${problemFrom(error).detail}`)
            }
          },
        }),
      }
      setNotices(all => [...all.slice(-3), entry])
    }
    const askToSignIn = () =>
      new Promise<boolean>(resolve =>
        setAsking(() => (signedIn: boolean) => {
          setAsking(undefined)
          resolve(signedIn)
        }),
      )
    const withSignIn: Desk['withSignIn'] = async act => {
      try {
        return await act()
      } catch (error) {
        if (!(error instanceof ApiProblem) || !EXPIRED.has(error.code) || !(await askToSignIn())) throw error
        return act()
      }
    }
    return { say, withSignIn, askToSignIn }
  }, [])

  return (
    <Context value={desk}>
      {children}
      <Notices entries={notices} />
      {asking && <SignInDialog onClose={asking} />}
    </Context>
  )
}
