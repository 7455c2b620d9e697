// Measurements, each beside the thing itself, on servers and a system of their own.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { withOwnServers } from './own-servers.mjs'
import { show } from './processes.mjs'
import { Trouble } from './say.mjs'
import { root } from './settings.mjs'

const folder = join(root, 'infra', 'bench')
/** A measurement says what it is in its first lines; what it shares with others is no measurement. */
const SHARED = new Set(['synthetic'])

export function bench([name, ...args]) {
  const known = readdirSync(folder).flatMap(file => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
  const offered = known.filter(each => !SHARED.has(each)).sort()
  if (!offered.includes(name)) throw new Trouble(`npm run bench -- ${offered.join(' | ')}`)
  const work = ({ node, env, chromium }) => {
    if (chromium?.missing) throw new Trouble(`This needs a browser: ${chromium.missing}`)
    return show(node, [join(folder, `${name}.ts`), ...args], { cwd: root, env })
  }
  return withOwnServers(work, { browser: name === 'console' })
}
