// What has to hold before a commit: format and lint, types, tests.
import { dirname, join } from 'node:path'
import { show } from './processes.mjs'
import { environment, root } from './settings.mjs'
import { setup } from './setup.mjs'
import { test } from './test.mjs'

const steps = [
  ['@biomejs/biome/bin/biome', 'check', '.'],
  ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['typescript/bin/tsc', '--noEmit', '-p', 'infra/browser'],
]

export async function check() {
  const { node } = await setup({ servers: false })
  const env = environment({}, [dirname(node)])
  for (const [program, ...args] of steps) {
    console.log(`· ${program.split('/').at(-1)} ${args.join(' ')}`)
    if ((await show(node, [join(root, 'node_modules', program), ...args], { cwd: root, env })) !== 0) return 1
  }
  return test([])
}
