import { mapInner, mapSchemas, mapValues, type OpenApi, type Operation, type Schema } from './document.ts'

/** What says nothing to a type. */
const FOR_VALIDATORS = new Set([
  ...['pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['minItems', 'maxItems', 'uniqueItems', 'multipleOf', 'propertyNames', 'example', 'examples', '$schema'],
])

/** The document without refusals (every one is a Problem, known to the client already) and without what only validators need. */
export function strip(document: OpenApi): OpenApi {
  const paths = mapValues(document.paths, path => mapValues(path, withoutRefusals))
  return mapSchemas({ ...document, paths }, stripSchema)
}

const withoutRefusals = (operation: Operation): Operation => ({
  ...operation,
  responses: Object.fromEntries(Object.entries(operation.responses).filter(([status]) => status.startsWith('2'))),
})

function stripSchema(schema: Schema): Schema {
  const kept = Object.entries(schema).filter(([word]) => !FOR_VALIDATORS.has(word))
  return mapInner(Object.fromEntries(kept), '', stripSchema)
}
