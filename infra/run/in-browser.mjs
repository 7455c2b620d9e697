// A program of infra/browser on servers of its own, with the console built and a Chromium there.
import { join } from 'node:path'
import { withOwnServers } from './own-servers.mjs'
import { show } from './processes.mjs'
import { Trouble } from './say.mjs'
import { root } from './settings.mjs'

export function runInBrowser(program, args) {
  const work = ({ node, env, chromium }) => {
    if (chromium.missing) throw new Trouble(`This needs a browser: ${chromium.missing}`)
    return show(node, [join(root, 'infra', 'browser', program), ...args], { cwd: root, env })
  }
  return withOwnServers(work, { browser: true })
}
