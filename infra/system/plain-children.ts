// Our processes run in tests as they run everywhere. tap hooks its loader into every Node process that a test starts, whatever
// environment it is given: for coverage, which nobody collects here, and at the price of half of a service's start.
import onSpawn from 'process-on-spawn'

const OF_TAP = /"?--import=\S*@tapjs\S*/g

// After tap's own listener, which was there first.
onSpawn.addListener(child => {
  const { NODE_OPTIONS: options = '', ...rest } = child.env
  const env = Object.fromEntries(Object.entries(rest).filter(([name]) => !/^_?TAP/.test(name)))
  const own = options.replace(OF_TAP, '').trim()
  child.env = own === '' ? env : { ...env, NODE_OPTIONS: own }
})
