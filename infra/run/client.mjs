// Writes the client's types anew, from the OpenAPI documents of services of its own.
import { join } from 'node:path'
import { withOwnServers } from './own-servers.mjs'
import { show } from './processes.mjs'
import { root } from './settings.mjs'

export function client() {
  return withOwnServers(({ node, env }) => show(node, [join(root, 'infra', 'client.ts')], { cwd: root, env }))
}
