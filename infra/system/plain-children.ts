// Our processes run in tests as they run everywhere. tap hooks its loader into every Node process that a test starts, whatever
// environment it is given: for coverage, which nobody collects here, and at the price of half of a service's start.
import onSpawn from 'process-on-spawn'

const isOfTap = (name: string) => name === 'NODE_OPTIONS' || /^_?TAP/.test(name)

// After tap's own listener, which was there first.
onSpawn.addListener(child => {
  child.env = Object.fromEntries(Object.entries(child.env).filter(([name]) => !isOfTap(name)))
})
