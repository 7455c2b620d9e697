// Ctrl-C, a polite kill, a closed terminal, a parent that vanished: all mean the same, stop what we started.
import { endUnfinished } from './processes.mjs'

let handler
let times = 0

/** What to do from now on when we are told to stop. The second time means at once. */
export function whenInterrupted(stop) {
  handler = stop
}

/** Called once, first of all. Until a command says otherwise, there is only a setup step to end. */
export function listenForInterruptions() {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => interrupt(name))
  const parent = process.ppid
  // A parent that is killed outright cannot pass anything on. (Started without one, as by nohup and exit, we stay.)
  setInterval(() => process.ppid !== parent && interrupt('its parent ended'), 1000).unref()
}

function interrupt(why) {
  if (why === 'its parent ended' && times > 0) return
  times += 1
  endUnfinished()
  if (!handler) process.exit(130)
  handler({ why, again: times > 1 })
}
