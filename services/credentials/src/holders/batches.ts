import { problem } from './errors.ts'

/** Each takes a core for as long as its file lasts. */
const MOST_AT_ONCE = 2

/** Lets so many files in at once and turns others away, with the way out. */
export function createBatches(most = MOST_AT_ONCE) {
  let open = 0
  return {
    /** Gives what must be called at the end, and may be called twice. Throws CTE_HOLDERS_BUSY. */
    enter(): () => void {
      if (open >= most) throw problem('CTE_HOLDERS_BUSY', { most })
      open++
      let inside = true
      return () => {
        if (inside) open--
        inside = false
      }
    },
  }
}
export type Batches = ReturnType<typeof createBatches>
