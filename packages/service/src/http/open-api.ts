import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { Service } from './service.ts'

/** OpenAPI 3.1 at /documentation/json and Swagger UI at /documentation. 3.0 would mangle what may be null. */
export async function openApi(
  app: Service,
  about: { title: string; description: string; version: string },
): Promise<void> {
  const plain = app as unknown as FastifyInstance
  await plain.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: about.title,
        description: about.description,
        version: about.version,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'This service' }],
      components: {
        securitySchemes: {
          actor: {
            type: 'apiKey',
            in: 'header',
            name: 'X-CTE-Actor',
            description: 'Who acts, until there is a sign-in: id=mlopez; agency=CDE; role=editor',
          },
        },
      },
    },
    transform: withSecurity,
  })
  await plain.register(swaggerUi, { routePrefix: '/documentation' })
}

/** A route with the actor's header needs an actor; the others are open. The header itself is told once, as that security scheme. */
const withSecurity: typeof jsonSchemaTransform = route => {
  const { url, schema } = jsonSchemaTransform(route)
  const headers = schema?.headers as { properties?: Record<string, unknown> } | undefined
  const { 'x-cte-actor': actor, ...properties } = headers?.properties ?? {}
  const told = { ...schema, security: actor === undefined ? [] : [{ actor: [] }] }
  if (headers !== undefined) Object.assign(told, { headers: { ...headers, properties } })
  return { url, schema: told }
}
