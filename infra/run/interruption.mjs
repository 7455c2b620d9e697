// Ctrl-C, a polite kill, a closed terminal, a parent that vanished: all mean the same, stop what we started.
import { endUnfinished, parentOf } from './processes.mjs'
import { startedByNpm } from './settings.mjs'

let handler
let times = 0

/** What to do from now on when we are told to stop. The second time means at once. */
export function whenInterrupted(stop) {
  handler = stop
}

/** Called once, first of all. Until a command says otherwise, there is only a setup step to end. */
export function listenForInterruptions() {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => interrupt(name))
  // A parent that is killed outright cannot pass anything on. npm puts a shell between itself and us.
  const parent = process.ppid
  const npm = startedByNpm ? parentOf(parent) : 1
  const orphaned = () => process.ppid !== parent || (npm > 1 && parentOf(parent) !== npm)
  setInterval(() => orphaned() && interrupt('a parent ended'), process.platform === 'linux' ? 1000 : 5000).unref()
}

function interrupt(why) {
  if (why === 'a parent ended' && times > 0) return
  times += 1
  endUnfinished()
  if (!handler) process.exit(130)
  handler({ why, again: times > 1 })
}
