import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import t from 'tap'
import { typesOf } from '../../packages/client/generator/index.ts'
import { root } from '../system/program.ts'
import { startSystem } from '../system.ts'

/** The recommended rules, but for one that only a public deployment can satisfy. */
const config = await createConfig({
  extends: ['recommended'],
  rules: { 'no-server-example.com': 'off' },
})

t.test('the three OpenAPI documents are 3.1 and lint clean, and the client knows them', async t => {
  const system = await startSystem()
  t.teardown(() => system.close())
  for (const service of [system.standards, system.credentials, system.courseCodes]) {
    const answer = await fetch(`${service.url}/documentation/json`)
    const source = await answer.text()
    const document = JSON.parse(source)
    t.match(document.openapi, /^3\.1\./, `${service.name} speaks OpenAPI ${document.openapi}`)
    const found = await lintFromString({ source, absoluteRef: `${service.name}.json`, config })
    t.strictSame(
      found.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer ?? ''}: ${message}`),
      [],
      `${service.name}: ${Object.keys(document.paths).length} paths`,
    )
    const file = `packages/client/src/${service.name}.ts`
    const same = readFileSync(join(root, file), 'utf8') === (await typesOf(document))
    t.ok(same, `${file} is of these documents; else: npm run client`)
  }
})
