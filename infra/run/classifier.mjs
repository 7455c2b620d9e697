// How well the change classes are found, measured on labelled pairs of wordings. Needs no server.
import { join } from 'node:path'
import { show } from './processes.mjs'
import { environment, root } from './settings.mjs'
import { setup } from './setup.mjs'

export async function classifier() {
  const { node } = await setup({ servers: false })
  const program = join(root, 'packages', 'impact', 'classifier', 'measure.ts')
  return show(node, [program], { cwd: root, env: environment() })
}
