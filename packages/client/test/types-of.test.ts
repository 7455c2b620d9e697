import t from 'tap'
import { mapInner, mapSchemas, mapValues, type OpenApi, type Schema } from '../generator/document.ts'
import { typesOf } from '../generator/index.ts'
import { share } from '../generator/share.ts'
import { strip } from '../generator/strip.ts'

const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})
const text: Schema = { type: 'string' }
const day = { type: 'string', format: 'date', pattern: '^[0-9]', minLength: 10 }
const limit = { type: 'integer', maximum: 200, default: 50 }
const actor = object({ id: text, agency: text, role: text })
const flag = object({ key: text, by: actor, due: { anyOf: [day, { type: 'null' }] } })
const json = (schema: Schema) => ({ description: 'Default Response', content: { 'application/json': { schema } } })

/** A list and one of it, with two actors said differently, and what is refused. */
const document = (): OpenApi => ({
  openapi: '3.1.0',
  info: { title: 'a test', version: '1' },
  components: { schemas: {} },
  paths: {
    '/flags': {
      get: {
        operationId: 'listFlags',
        parameters: [{ name: 'limit', in: 'query', schema: limit }],
        responses: { 200: json(object({ items: { type: 'array', items: flag } })), 400: json(object({ code: text })) },
      },
    },
    '/flags/{id}': {
      post: {
        operationId: 'moveFlag',
        requestBody: json({
          type: 'object',
          properties: { to: { ...actor, description: 'The new owner' }, note: { ...text, default: '' } },
        }),
        responses: { 200: json(flag), 412: json(object({ code: text })) },
      },
    },
  },
})

t.test('what stands in several places is written once, under what it is called there', async t => {
  const { components } = share(strip(document()))
  t.strictSame(Object.keys(components.schemas), ['Actor', 'Flag'])
  t.match(components.schemas.Flag, { properties: { by: { $ref: '#/components/schemas/Actor' } } })
})

t.test('with every name replaced by what it stands for, it is the document as it was', async t => {
  const shared = share(strip(document()))
  const whole = (schema: Schema): Schema => {
    const { $ref, ...said } = schema
    if ($ref === undefined) return mapInner(schema, '', whole)
    return { ...whole(shared.components.schemas[$ref.split('/').at(-1)!]!), ...said }
  }
  const withoutIds = mapValues(strip(document()).paths, path =>
    mapValues(path, ({ operationId: _, ...operation }) => operation),
  )
  t.strictSame(mapSchemas(shared, whole).paths, withoutIds)
})

t.test('two that differ have two names', async t => {
  const two = document()
  const other = object({ key: text, severity: text })
  two.paths['/x'] = {
    get: { operationId: 'readFlag', responses: { 200: json(other) } },
    put: { operationId: 'putFlag', responses: { 200: json(other) } },
  }
  t.strictSame(Object.keys(share(strip(two)).components.schemas), ['Actor', 'Flag', 'Flag2'])
})

t.test('the types have no refusals and nothing for validators, and a default makes a field optional', async t => {
  const types = await typesOf(document())
  t.match(types, /^\/\/ Made from the OpenAPI document "a test" by `npm run client`\. Not to be edited\.\n/)
  t.notMatch(types, /400|412|minLength|pattern|Format|maximum/)
  t.match(types, /limit\?: number;/)
  t.match(types, /\/\*\* @description The new owner \*\/\s+to\?: components\["schemas"\]\["Actor"\];/)
  t.match(types, /note\?: string;/)
  t.match(types, /due: string \| null;/)
  t.equal(await typesOf(document()), types, 'the same document gives the same text')
})
