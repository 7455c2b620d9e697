// `npm run client`: what the services answer, as types, from what they say of themselves.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { typesOf } from '../packages/client/generator/index.ts'
import { root } from './system/program.ts'
import { startSystem } from './system.ts'

const system = await startSystem()
try {
  for (const { name, url } of [system.standards, system.credentials, system.courseCodes]) {
    const file = join('packages', 'client', 'src', `${name}.ts`)
    const types = await typesOf(JSON.parse(await (await fetch(`${url}/documentation/json`)).text()))
    const before = readFileSync(join(root, file), 'utf8')
    writeFileSync(join(root, file), types)
    console.log(`${file}: ${types.split('\n').length} lines, ${types === before ? 'as it was' : 'changed'}`)
  }
} finally {
  await system.close()
}
