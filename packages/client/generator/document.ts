/** As much of an OpenAPI document as the generator looks at; the rest is passed on as it is. */
export interface Schema {
  type?: string
  description?: string
  default?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
}

interface Content {
  content?: Record<string, { schema?: Schema }>
}

export interface Operation {
  /** A verb and a thing: `readFlag`. */
  operationId?: string
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: Content
  responses: Record<string, Content>
}

export interface OpenApi {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** The same document with `turn` done to every schema that stands in an operation; `turn` is told what the schema is of. */
export function mapSchemas(document: OpenApi, turn: (schema: Schema, of: string) => Schema): OpenApi {
  const turnContent = <C extends Content>(content: C, of: string): C => ({
    ...content,
    ...(content.content && {
      content: mapValues(content.content, media => ({
        ...media,
        ...(media.schema && { schema: turn(media.schema, of) }),
      })),
    }),
  })
  const turnOperation = (operation: Operation): Operation => ({
    ...operation,
    ...(operation.parameters && {
      parameters: operation.parameters.map(parameter => ({
        ...parameter,
        schema: turn(parameter.schema, parameter.name),
      })),
    }),
    ...(operation.requestBody && { requestBody: turnContent(operation.requestBody, `${thingOf(operation)}Body`) }),
    responses: mapValues(operation.responses, response => turnContent(response, thingOf(operation))),
  })
  return { ...document, paths: mapValues(document.paths, path => mapValues(path, turnOperation)) }
}

const thingOf = ({ operationId = '' }: Operation) => operationId.replace(/^[a-z]+/, '')

/** The same schema with `turn` done to the schemas directly inside it; `turn` is told the property that leads there. */
export function mapInner(schema: Schema, of: string, turn: (inner: Schema, of: string) => Schema): Schema {
  const { properties, additionalProperties, items, anyOf, oneOf, allOf } = schema
  const each = (list: Schema[]) => list.map(inner => turn(inner, of))
  return {
    ...schema,
    ...(properties && { properties: mapValues(properties, turn) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: turn(additionalProperties, of) }),
    ...(items && { items: turn(items, of) }),
    ...(anyOf && { anyOf: each(anyOf) }),
    ...(oneOf && { oneOf: each(oneOf) }),
    ...(allOf && { allOf: each(allOf) }),
  }
}

export function mapValues<A, B>(record: Record<string, A>, turn: (value: A, key: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, turn(value, key)]))
}
