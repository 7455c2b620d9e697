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
      info: { title: about.title, description: about.description, version: about.version },
    },
    transform: jsonSchemaTransform,
  })
  await plain.register(swaggerUi, { routePrefix: '/documentation' })
}
