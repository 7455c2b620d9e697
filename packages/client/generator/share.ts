import { mapInner, mapSchemas, mapValues, type OpenApi, type Schema } from './document.ts'
import { createNames, innerName } from './names.ts'

interface Known {
  /** Alike schemas are one and the same object. */
  schema: Schema
  /** What it is called where it stands, once for each place. */
  places: string[]
}

/** The document with each schema that stands in several places written once, under a name, among its components. */
export function share(document: OpenApi): OpenApi {
  const known = new Map<string, Known>()
  const keys = new Map<Schema, string>()
  const merged = mapSchemas(document, (schema, of) => {
    const found = merge(schema, of)
    place(found, of)
    return found
  })
  const names = createNames()
  const shared = [...known].filter(([, { schema, places }]) => places.length > 1 && isWorthAName(schema))
  const nameOf = new Map(shared.map(([key, { schema, places }]) => [key, names.choose(schema, places)]))
  const schemas = shared.map(([key, { schema }]) => [nameOf.get(key)!, mapInner(schema, '', refer)] as const)
  return {
    ...withoutOperationIds(mapSchemas(merged, refer)),
    components: { schemas: Object.fromEntries(schemas.sort(([a], [b]) => (a < b ? -1 : 1))) },
  }

  /** Inner ones first, so that what is alike is the same object already when an outer one is compared. */
  function merge(schema: Schema, of: string): Schema {
    const [said, rest] = apart(schema)
    const inner: [Schema, string][] = []
    const whole = mapInner(rest, of, (child, property) => {
      const name = innerName(property, of)
      const found = merge(child, name)
      inner.push([found, name])
      return found
    })
    const key = JSON.stringify(whole)
    if (!known.has(key)) {
      known.set(key, { schema: whole, places: [] })
      // Only the first of those alike counts what is inside it: the others will be references to it.
      for (const [child, name] of inner) place(child, name)
    }
    const found = { ...known.get(key)!.schema, ...said }
    keys.set(found, key)
    return found
  }

  function place(schema: Schema, of: string): void {
    known.get(keys.get(schema)!)!.places.push(of)
  }

  function refer(schema: Schema): Schema {
    const name = nameOf.get(keys.get(schema) ?? '')
    if (name === undefined) return mapInner(schema, '', refer)
    return { $ref: `#/components/schemas/${name}`, ...apart(schema)[0] }
  }
}

/** What is said of a schema where it stands, and the schema itself. */
function apart(schema: Schema): [said: Schema, rest: Schema] {
  const { description, default: otherwise, ...rest } = schema
  const said = { ...(description !== undefined && { description }), ...('default' in schema && { default: otherwise }) }
  return [said, rest]
}

/** A reference should be shorter than what it stands for, and a list of values or one field needs no name. */
function isWorthAName({ properties, anyOf, oneOf, enum: values }: Schema): boolean {
  if (properties) return Object.keys(properties).length > 1
  if (values) return values.length > 3
  const either = oneOf ?? anyOf
  return either?.every(one => one.properties !== undefined) ?? false
}

/** With it the generator would write each operation apart from its path, and every reader would have to look twice. */
const withoutOperationIds = (document: OpenApi): OpenApi => ({
  ...document,
  paths: mapValues(document.paths, path => mapValues(path, ({ operationId: _, ...rest }) => rest)),
})
